import { askBackground } from '../platform/messenger.ts';
import type { PastReading } from '../platform/protocol.ts';

/** What the coins of the page cost when its story was published. */
export interface PastPrices {
  /** What is known of a coin now. Its first reading asks for it: only a coin whose card is open is asked for. */
  read(coinId: string): PastReading;
}

const PENDING: PastReading = { price: null, absence: 'pending' };
/** A source that failed is asked again when the card is drawn after this. */
const ASK_AGAIN_MS = 30_000;

export const createPastPrices = (atMs: number, onAnswer: () => void, signal: AbortSignal): PastPrices => {
  const readings = new Map<string, PastReading>();
  const askedAtMs = new Map<string, number>();

  const ask = async (coinId: string): Promise<void> => {
    askedAtMs.set(coinId, performance.now());
    const outcome = await askBackground('readPriceAt', { coinId, atMs });
    if (!outcome.ok || signal.aborted) return;
    readings.set(coinId, outcome.reply);
    onAnswer();
  };

  return {
    read(coinId) {
      const past = readings.get(coinId) ?? PENDING;
      const sinceMs = performance.now() - (askedAtMs.get(coinId) ?? Number.NEGATIVE_INFINITY);
      if (!past.price && sinceMs > ASK_AGAIN_MS) void ask(coinId);
      return past;
    },
  };
};
