import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { binance } from '../../../src/sources/liquidations/binance.ts';
import { bybit } from '../../../src/sources/liquidations/bybit.ts';
import { deribit } from '../../../src/sources/liquidations/deribit.ts';
import { HOSTILE_TEXTS } from '../../market/hostile-texts.ts';

/** Recorded frames; some stand under `payload`, beside a word about where they are from. */
const readFrames = (name: string): readonly unknown[] => {
  const url = new URL(`../../fixtures/payloads/${name}.json`, import.meta.url);
  const frames: readonly { readonly payload?: unknown }[] = JSON.parse(readFileSync(url, 'utf8'));
  return frames.map((frame) => frame.payload ?? frame);
};

/** Every frame that an attacker makes of a frame by putting a text into, or behind, one of its texts. */
const spoilEach = (value: unknown, hostile: string): unknown[] => {
  if (typeof value === 'string') return [hostile, value + hostile];
  if (Array.isArray(value))
    return value.flatMap((each, at) => spoilEach(each, hostile).map((spoilt) => value.with(at, spoilt)));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    spoilEach(each, hostile).map((spoilt) => ({ ...value, [key]: spoilt })),
  );
};

test.each([
  [binance, 'binance-forceOrder'],
  [bybit, 'bybit-allLiquidation'],
  [deribit, 'deribit-trades-liquidation'],
] as const)(
  'the stream of $venueId: a hostile text in any field costs its row, or stays out of what is shown',
  (venue, file) => {
    const { stream } = venue;
    const frames = readFrames(file);
    const spoilt = HOSTILE_TEXTS.flatMap((hostile) => frames.flatMap((frame) => spoilEach(frame, hostile)));
    expect(spoilt.length).toBeGreaterThan(20);
    for (const frame of spoilt) {
      const message = stream?.parse(JSON.stringify(frame), () => null);
      if (message?.kind !== 'orders') continue;
      for (const { key, ...shown } of message.orders) {
        expect(JSON.stringify(shown)).not.toMatch(/[<>\u202A-\u202E\u2066-\u2069]|X{200}/);
        expect(key.length).toBeLessThanOrEqual(210);
      }
    }
  },
);
