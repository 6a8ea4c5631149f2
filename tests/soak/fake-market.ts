/** The simulated market without a network: its venues answer calls and push over sockets within this process. */
import type { StoredItem } from '../../src/platform/stored-item.ts';
import type { Socket } from '../../src/sources/liquidations/stream-line.ts';
import type { ForcedOrder } from '../market/liquidation-tape.ts';
import type { OrderFilter, Scenario } from '../market/scenario.ts';
import { venues } from '../market/venues/index.ts';
import type { StreamSession } from '../market/venues/venue.ts';

/** A stored value without a browser; lives as long as the test, past every stop of the background. */
export const createItem = <T>(initial: T): StoredItem<T> => {
  let value = initial;
  return {
    key: 'in-memory',
    area: 'local',
    version: 1,
    fallback: initial,
    parse: () => initial,
    read: async () => value,
    async update(change) {
      value = change(value);
      return value;
    },
    watch: () => undefined,
    follow: (listener) => listener(value),
  };
};

const findFirst = (orders: readonly ForcedOrder[], atMs: number): number => {
  let [low, high] = [0, orders.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((orders[middle]?.atMs ?? 0) < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The same scenario with its orders laid out for being asked ten thousand times. */
export const toIndexed = (scenario: Scenario, fromMs: number, untilMs: number): Scenario => {
  const lists = new Map<string, ForcedOrder[]>();
  for (const order of scenario.orders({}, fromMs, untilMs)) {
    for (const key of [`${order.venueId}|`, `${order.venueId}|${order.coinId}`]) {
      const list = lists.get(key);
      if (list) list.push(order);
      else lists.set(key, [order]);
    }
  }
  for (const list of lists.values()) list.sort((a, b) => a.atMs - b.atMs);
  const orders = ({ venueId = '', coinId = '' }: OrderFilter, from: number, until: number) => {
    const list = lists.get(`${venueId}|${coinId}`) ?? [];
    return list.slice(findFirst(list, from), findFirst(list, until));
  };
  return { ...scenario, orders };
};

/** `fetch` that the simulated venues answer; `isFailing` hosts give a server's error. */
export const createFetch =
  (scenario: Scenario, now: () => number, isFailing: (host: string) => boolean) =>
  async (input: RequestInfo | URL): Promise<Response> => {
    const url = new URL(String(input));
    if (isFailing(url.host)) return new Response('failing', { status: 503 });
    const venue = venues.find(({ host }) => host === url.host);
    const reply = venue?.answer?.({ path: url.pathname, query: url.searchParams, nowMs: now() }, scenario);
    return new Response(JSON.stringify(reply?.body ?? {}), { status: reply?.status ?? 404 });
  };

/** One simulated socket, from both ends. */
export interface FakeSocket extends Socket {
  readonly host: string;
  readonly venueId: string;
  readonly session: StreamSession;
  isOpen: boolean;
  /** Frames that wait for the next push, answers to what was sent. */
  readonly answers: unknown[];
}

export const openFakeSocket = (address: string): FakeSocket => {
  const url = new URL(address);
  const stream = venues
    .find(({ host }) => host === url.host)
    ?.streams?.find(({ path }) => path === url.pathname);
  if (!stream) throw new Error(`The simulated market has no stream ${address}`);
  const session = stream.open();
  const socket: FakeSocket = {
    host: url.host,
    venueId: stream.venueId,
    session,
    isOpen: true,
    answers: [],
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
    send: (text) => void socket.answers.push(...session.receive(text)),
    close: () => {
      socket.isOpen = false;
    },
  };
  return socket;
};

export const deliver = (socket: FakeSocket, frames: readonly unknown[]): void => {
  for (const frame of frames) socket.onmessage?.({ data: JSON.stringify(frame) } as MessageEvent);
};
