import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { fetchLocal } from '../support/fetch-local.ts';
import type { ForcedOrder } from './liquidation-tape.ts';
import { type Market, startMarket } from './market.ts';
import { venues } from './venues/index.ts';
import type { StreamSession } from './venues/venue.ts';

const ANCHOR_MS = Date.UTC(2026, 3, 22, 6, 20);
const URL_OF_BITCOIN = 'https://api.coingecko.com/api/v3/coins/markets?vs_currency=usd&ids=bitcoin';
const PING = 'https://api.coingecko.com/api/v3/ping';
const HOST = 'api.coingecko.com';

let market: Market;
beforeAll(async () => {
  market = await startMarket({ anchorMs: ANCHOR_MS, speed: 100_000 });
});
afterAll(() => market.close());
afterEach(() => market.heal());

describe('faults', () => {
  test('an error status, with Retry-After', async () => {
    market.fail({ host: HOST, fault: { kind: 'status', status: 429, retryAfterS: 30 } });
    const answer = await fetchLocal(market, URL_OF_BITCOIN);
    expect(answer.status).toBe(429);
    expect(answer.headers['retry-after']).toBe('30');
  });

  test('only the host and path of the rule are ill, and only so many times', async () => {
    market.fail({ host: HOST, path: '/api/v3/coins', times: 1, fault: { kind: 'status', status: 503 } });
    expect((await fetchLocal(market, PING)).status).toBe(200);
    expect((await fetchLocal(market, 'https://api.gateio.ws/api/v4/futures/usdt/contracts')).status).toBe(
      200,
    );
    expect((await fetchLocal(market, URL_OF_BITCOIN)).status).toBe(503);
    expect((await fetchLocal(market, URL_OF_BITCOIN)).status).toBe(200);
  });

  test.each(['cut', 'reset'] as const)('%s: the connection ends too early', async (kind) => {
    market.fail({ fault: { kind } });
    await expect(fetchLocal(market, URL_OF_BITCOIN)).rejects.toThrow();
  });

  test.each(['malformed', 'empty', 'captive-portal'] as const)('%s: 200 without an answer', async (kind) => {
    market.fail({ fault: { kind } });
    const { status, text } = await fetchLocal(market, URL_OF_BITCOIN);
    expect(status).toBe(200);
    expect(() => JSON.parse(text)).toThrow();
  });

  test('replaced: another value in place of the answer', async () => {
    market.fail({ fault: { kind: 'replaced', body: { status: { error_code: 429 } } } });
    expect(JSON.parse((await fetchLocal(market, PING)).text)).toEqual({ status: { error_code: 429 } });
  });

  test('huge: the right answer behind a lot of nothing', async () => {
    market.fail({ fault: { kind: 'huge', bytes: 3_000_000 } });
    const { text } = await fetchLocal(market, PING);
    expect(text.length).toBeGreaterThan(3_000_000);
    expect(JSON.parse(text)).toHaveProperty('gecko_says');
  });

  test('wrong-clock: the right answer under a wrong Date', async () => {
    market.fail({ fault: { kind: 'wrong-clock', offsetMs: 7_200_000 } });
    const beforeMs = market.clock.nowMs();
    const { headers } = await fetchLocal(market, PING);
    expect(Date.parse(String(headers['date']))).toBeGreaterThan(beforeMs + 7_000_000);
  });

  test('slow: the right answer, later', async () => {
    market.fail({ fault: { kind: 'slow', delayMs: 60 } });
    const startedMs = performance.now();
    expect((await fetchLocal(market, PING)).status).toBe(200);
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(55);
  });
});

test('notes what it was asked and what it answered', async () => {
  const before = market.requests.length;
  await fetchLocal(market, PING);
  await fetchLocal(market, `https://${HOST}/nothing?here=1`);
  expect(market.requests.slice(before)).toMatchObject([
    { host: HOST, path: '/api/v3/ping', status: 200 },
    { host: HOST, path: '/nothing?here=1', status: 404 },
  ]);
});

describe('streams', () => {
  const LONG: ForcedOrder = {
    venueId: 'any',
    coinId: 'pepe',
    side: 'long',
    units: 2_000_000,
    priceUsd: 0.000_004_72,
    notionalUsd: 9440,
    atMs: ANCHOR_MS,
  };
  const SHORT: ForcedOrder = { ...LONG, side: 'short', units: 1_000_000, atMs: ANCHOR_MS + 1000 };

  function openStream(host: string, path: string): StreamSession {
    const stream = venues.find((venue) => venue.host === host)?.streams?.find((one) => one.path === path);
    if (!stream) throw new Error(`No stream ${host}${path}`);
    return stream.open();
  }

  function connectTo(host: string, path: string): WebSocket {
    const options = { ca: market.certificate, servername: host, headers: { host } };
    return new WebSocket(`wss://127.0.0.1:${market.tlsPort}${path}`, options);
  }

  test('Binance names the side of the order: a closed long is SELL, below its fill', () => {
    const session = openStream('fstream.binance.com', '/market/ws/!forceOrder@arr');
    expect(session.push([LONG, SHORT], ANCHOR_MS + 1500)).toMatchObject([
      { e: 'forceOrder', o: { s: '1000PEPEUSDT', S: 'SELL', z: '2000000', ap: '0.00472', p: '0.00470112' } },
      { o: { S: 'BUY', z: '1000000', ap: '0.00472', p: '0.00473888' } },
    ]);
  });

  test('Binance tells only the latest order of a symbol in a second', () => {
    const session = openStream('fstream.binance.com', '/market/ws/!forceOrder@arr');
    const first = session.push([LONG, { ...LONG, units: 7, atMs: LONG.atMs + 10 }], ANCHOR_MS + 500);
    expect(first).toMatchObject([{ o: { z: '7' } }]);
    expect(session.push([{ ...LONG, atMs: LONG.atMs + 600 }], ANCHOR_MS + 1000)).toEqual([]);
  });

  test('Binance says nothing at the address of old', () => {
    const session = openStream('fstream.binance.com', '/ws/!forceOrder@arr');
    expect(session.push([LONG, SHORT], ANCHOR_MS)).toEqual([]);
  });

  test('Bybit names the side of the position: a closed long is Buy', () => {
    const session = openStream('stream.bybit.com', '/v5/public/linear');
    expect(session.push([LONG], ANCHOR_MS)).toEqual([]);
    const topic = 'allLiquidation.1000PEPEUSDT';
    expect(session.receive(JSON.stringify({ op: 'subscribe', args: [topic] }))).toMatchObject([
      { success: true },
    ]);
    expect(session.push([LONG, SHORT], ANCHOR_MS)).toMatchObject([
      {
        topic,
        type: 'snapshot',
        data: [
          { s: '1000PEPEUSDT', S: 'Buy', v: '2000000', p: '0.00472', T: LONG.atMs },
          { S: 'Sell', v: '1000000', T: SHORT.atMs },
        ],
      },
    ]);
  });

  test('Bybit refuses a topic that it does not have, and answers a ping', () => {
    const session = openStream('stream.bybit.com', '/v5/public/linear');
    expect(session.receive('{"op":"subscribe","args":["allLiquidation.NOPEUSDT"]}')).toMatchObject([
      { success: false },
    ]);
    expect(session.receive('{"op":"ping"}')).toMatchObject([{ ret_msg: 'pong' }]);
  });

  test('orders arrive over wss while the clock passes them', async () => {
    const socket = connectTo('fstream.binance.com', '/market/ws/!forceOrder@arr');
    const text = await new Promise<string>((resolve, reject) => {
      socket.once('message', (data) => resolve(data.toString()));
      socket.once('error', reject);
    });
    socket.terminate();
    expect(JSON.parse(text)).toMatchObject({ e: 'forceOrder', o: { X: 'FILLED' } });
  });

  test('a host can refuse a stream', async () => {
    market.fail({ host: 'stream.bybit.com', fault: { kind: 'status', status: 403 } });
    const socket = connectTo('stream.bybit.com', '/v5/public/linear');
    const status = await new Promise((resolve) => {
      socket.once('unexpected-response', (_, response) => resolve(response.statusCode));
      // Terminating a socket that was refused reports an error too.
      socket.on('error', () => undefined);
    });
    socket.terminate();
    expect(status).toBe(403);
  });
});
