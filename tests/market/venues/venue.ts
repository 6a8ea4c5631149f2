import type { ForcedOrder } from '../liquidation-tape.ts';
import type { Scenario } from '../scenario.ts';

/** One request to a simulated host, with the market's own time. */
export interface VenueRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly nowMs: number;
  /** The reader's own key, where the request carries one. */
  readonly key?: string | undefined;
}

/** What the host answers: `body` goes out as JSON. */
export interface VenueReply {
  readonly status: number;
  readonly body: unknown;
}

/** One open WebSocket, from the venue's side. */
export interface StreamSession {
  /** Handles a text frame from the client and gives the frames to answer with; throws when it cannot read it. */
  receive(text: string): readonly unknown[];
  /** Turns forced orders, oldest first, into the frames to push. */
  push(orders: readonly ForcedOrder[], nowMs: number): readonly unknown[];
}

export interface VenueStream {
  readonly path: string;
  /** The venue whose forced orders are pushed. */
  readonly venueId: string;
  open(): StreamSession;
}

/** One public API host of the market. A venue with several hosts has several of these. */
export interface Venue {
  readonly host: string;
  /** Answers a GET request as the real host does, errors included. */
  answer?(request: VenueRequest, scenario: Scenario): VenueReply;
  readonly streams?: readonly VenueStream[];
}

export function ok(body: unknown): VenueReply {
  return { status: 200, body };
}

/** A whole number from a query, `fallback` when it is absent, null when it is not a whole number. */
export function readInteger(query: URLSearchParams, name: string, fallback: number): number | null {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  return /^-?\d{1,16}$/.test(text) ? Number(text) : null;
}
