import type { IncomingMessage, ServerResponse } from 'node:http';
import { type HostedServer, startLocalServer, toHostName } from '../support/local-server.ts';
import { createMarketClock, type MarketClock } from './clock.ts';
import { createFaultPlan, type FaultPlan, type FaultRule, sendWithFault } from './faults.ts';
import { createScenario, type Scenario } from './scenario.ts';
import { getScenarioPlan } from './scenarios/index.ts';
import { serveStreams } from './streams.ts';
import { venues } from './venues/index.ts';
import type { Venue, VenueReply } from './venues/venue.ts';

export interface MarketOptions {
  /** Name of a plan in `scenarios/index.ts`; the day of the story by default. */
  readonly scenario?: string;
  /** Another seed, another market of the same plan. */
  readonly seed?: number;
  /** Market milliseconds for each real one, 1 by default. */
  readonly speed?: number;
  /** Where the scenario's day ends and the market's clock starts; now by default, so that figures are fresh. */
  readonly anchorMs?: number;
}

/** One request or stream that reached the market. */
export interface MarketRequest {
  readonly host: string;
  /** With its query. */
  readonly path: string;
  /** The market's time, at which the figures of the answer hold. */
  readonly atMs: number;
  /** 101 for a stream; 0 when the connection was ended without an answer. */
  readonly status: number;
  /** The reader's own key, where the request carried one. */
  readonly key?: string;
}

/** A running market: what browsers need to reach it, the truth behind its answers, and its faults. */
export interface Market extends HostedServer {
  /** PEM: the trust of a client in Node. */
  readonly certificate: string;
  readonly scenario: Scenario;
  readonly clock: MarketClock;
  /** Everything that was asked, oldest first. */
  readonly requests: readonly MarketRequest[];
  /** Lets requests that the rule matches fail from now on; a later rule goes before an earlier one. */
  fail(rule: FaultRule): void;
  /** Takes every fault away. */
  heal(): void;
  close(): Promise<void>;
}

/** Starts the simulated market: the real API hosts over TLS and wss on one local port. */
export async function startMarket(options: MarketOptions = {}): Promise<Market> {
  const anchorMs = options.anchorMs ?? Date.now();
  const scenario = createScenario(
    getScenarioPlan(options.scenario ?? 'story-day'),
    options.seed ?? 1,
    anchorMs,
  );
  const clock = createMarketClock(anchorMs, options.speed ?? 1);
  const faults = createFaultPlan();
  const requests: MarketRequest[] = [];

  const local = await startLocalServer([...new Set(venues.map(({ host }) => host))], (request, response) => {
    const nowMs = clock.nowMs();
    const status = answer(request, response, { scenario, faults, nowMs });
    const key = findKey(request);
    requests.push({
      host: toHostName(request.headers.host),
      path: request.url ?? '/',
      atMs: nowMs,
      status,
      ...(key === undefined ? {} : { key }),
    });
  });
  const streams = serveStreams(local.server, {
    scenario,
    clock,
    faults,
    onOpened: (opened) => requests.push(opened),
  });

  return {
    hosts: local.hosts,
    tlsPort: local.tlsPort,
    spkiHash: local.spkiHash,
    certificate: local.certificate,
    scenario,
    clock,
    requests,
    fail: (rule) => faults.add(rule),
    heal: () => faults.clear(),
    async close() {
      streams.close();
      await local.close();
    },
  };
}

interface AnswerContext {
  readonly scenario: Scenario;
  readonly faults: FaultPlan;
  readonly nowMs: number;
}

function answer(request: IncomingMessage, response: ServerResponse, context: AnswerContext): number {
  const host = toHostName(request.headers.host);
  const url = new URL(request.url ?? '/', `https://${host}`);
  response.setHeader('date', new Date(context.nowMs).toUTCString());
  const venue = venues.find((candidate) => candidate.host === host);
  const reply = toReply(venue, request.method, url, { ...context, key: findKey(request) });
  return sendWithFault(
    response,
    reply.status,
    JSON.stringify(reply.body),
    context.faults.take(host, url.pathname),
  );
}

/** Hosts take the reader's key under names of their own. */
function findKey({ headers }: IncomingMessage): string | undefined {
  const key = headers['x-cg-demo-api-key'] ?? headers['api_key'];
  return typeof key === 'string' ? key : undefined;
}

function toReply(
  venue: Venue | undefined,
  method: string | undefined,
  url: URL,
  { scenario, nowMs, key }: AnswerContext & { readonly key: string | undefined },
): VenueReply {
  if (!venue?.answer) return { status: 404, body: { error: 'Not Found' } };
  if (method !== 'GET') return { status: 405, body: { error: 'Method Not Allowed' } };
  return venue.answer({ path: url.pathname, query: url.searchParams, nowMs, key }, scenario);
}
