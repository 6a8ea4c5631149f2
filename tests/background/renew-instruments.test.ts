import { expect, test } from 'vitest';
import { type RenewalParts, renewInstruments } from '../../src/background/renew-instruments.ts';
import type { Instrument } from '../../src/domain/coins/instrument.ts';

const DAY_MS = 86_400_000;
const toInstrument = (symbol: string): Instrument => ({
  symbol,
  coinId: 'bitcoin',
  coinsPerUnit: 1,
  contractSize: 1,
  inverse: false,
  markPriceUsd: null,
});
const OLD = { instruments: [toInstrument('BTC_USDT')], instrumentsAtMs: 0 };
const NONE = { instruments: [], instrumentsAtMs: 0 };

const answer = (...instruments: Instrument[]) =>
  ({ ok: true, value: instruments, receivedAtMs: DAY_MS }) as const;
const TIMEOUT = {
  ok: false,
  failure: { code: 'timeout', status: null, retryAfterMs: null },
} as const;

/** One renewal: why there is nothing to ask about, and what was kept. */
const renew = async (
  known: RenewalParts['known'],
  answered: Awaited<ReturnType<RenewalParts['list']>>,
  nowMs = DAY_MS,
) => {
  const kept: unknown[] = [];
  const failure = await renewInstruments({
    known,
    list: async () => answered,
    keep: async (listed) => kept.push(listed),
    now: () => nowMs,
  });
  return { failure, kept };
};

test('a list is kept for a day', async () => {
  const instruments = [toInstrument('ETH_USDT')];
  const kept = [{ instruments, instrumentsAtMs: DAY_MS }];
  expect(await renew(OLD, answer(...instruments))).toEqual({ failure: null, kept });
  expect(await renew(OLD, answer(...instruments), DAY_MS - 1)).toEqual({ failure: null, kept: [] });
});

test('a list without a contract of a coin is no list: the old one stays, and it is asked for again', async () => {
  expect(await renew(OLD, answer())).toEqual({ failure: null, kept: [] });
  expect(await renew(NONE, answer())).toEqual({ failure: 'bad-payload', kept: [] });
});

test('a list that fails leaves the old one', async () => {
  expect(await renew(OLD, TIMEOUT)).toEqual({ failure: null, kept: [] });
  expect(await renew(NONE, TIMEOUT)).toEqual({ failure: 'timeout', kept: [] });
});
