import { toFreshness } from './freshness.ts';
import type { Quote } from './quote.ts';
import type { SetAside } from './set-aside.ts';

/** Sources in the order in which they are believed. CoinGecko goes by ids, so that it cannot mean another coin. */
const TRUST: readonly string[] = ['coingecko', 'binance', 'coinbase', 'coinpaprika'];
/** Of figures of about the same age, the one of the source that is asked most often: a price must not hop to and fro. */
const PREFERENCE: readonly string[] = ['binance', 'coinbase', 'coingecko', 'coinpaprika'];
const SAME_AGE_MS = 45_000;

const MOST_DEVIATION = 0.05;
/** An own last value that is older than this says nothing about a jump. */
const OWN_VALUE_HOLDS_MS = 10 * 60_000;

/** A source's quote, and its own one before that. */
export interface Candidate {
  readonly quote: Quote;
  readonly previous: Pick<Quote, 'priceUsd' | 'atMs'> | null;
}

export interface Reconciled {
  readonly quote: Quote | null;
  readonly setAside: readonly SetAside[];
}

const rankIn = (order: readonly string[], source: string): number => {
  const at = order.indexOf(source);
  return at === -1 ? order.length : at;
};

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return lower + (upper - lower) / 2;
};

const deviationFrom = (priceUsd: number, baseUsd: number): number => Math.abs(priceUsd / baseUsd - 1);

/** How far a quote is from the median of the others; 0 when it is alone. */
const toDeviation = (quote: Quote, all: readonly Quote[]): number => {
  const others = all.filter((other) => other !== quote);
  return others.length === 0 ? 0 : deviationFrom(quote.priceUsd, median(others.map((one) => one.priceUsd)));
};

const hasNoVolume = ({ volume24hUsd }: Quote): boolean => (volume24hUsd ?? 0) === 0;

/** A source that jumped from its own last value while nothing was traded there has no new price. */
const toOwnJump = ({ quote, previous }: Candidate): number => {
  if (!previous || !hasNoVolume(quote) || quote.atMs - previous.atMs > OWN_VALUE_HOLDS_MS) return 0;
  return deviationFrom(quote.priceUsd, previous.priceUsd);
};

/**
 * The live quotes that agree with each other. The one that is furthest from the median of the others goes first and the
 * rest is measured anew, so that one wrong source among three does not take a right one with it. Of two that disagree,
 * the more trusted stays.
 */
const splitByAgreement = (quotes: readonly Quote[]): { kept: Quote[]; dropped: SetAside[] } => {
  let kept = quotes.toSorted((one, other) => rankIn(TRUST, other.source) - rankIn(TRUST, one.source));
  const dropped: SetAside[] = [];
  for (;;) {
    const deviations = kept.map((quote) => toDeviation(quote, kept));
    // Of two, each is off from the other: the less trusted is the first of the list and goes.
    const worst = kept.length === 2 ? 0 : deviations.indexOf(Math.max(...deviations));
    const quote = kept[worst];
    const deviation = deviations[worst] ?? 0;
    if (!quote || deviation <= MOST_DEVIATION) return { kept, dropped };
    dropped.push({ source: quote.source, priceUsd: quote.priceUsd, deviation });
    kept = kept.filter((other) => other !== quote);
  }
};

/**
 * A time to come is a clock that is off, the source's or ours: the quote is then as old as its arrival. Once our own clock
 * is corrected the source's time counts again.
 */
const withPossibleTime = (quote: Quote, nowMs: number): Quote =>
  quote.atMs > nowMs ? { ...quote, atMs: Math.min(nowMs, quote.receivedAtMs) } : quote;

const isLive = (quote: Quote, nowMs: number): boolean =>
  toFreshness('quote', quote.atMs, nowMs, quote.source) === 'live';

/** The newest, where a small difference in age counts as none. */
const pickFreshest = (quotes: readonly Quote[]): Quote | null => {
  const newestMs = Math.max(...quotes.map((quote) => quote.atMs));
  const about = quotes.filter((quote) => newestMs - quote.atMs <= SAME_AGE_MS);
  return (
    about.toSorted((one, other) => rankIn(PREFERENCE, one.source) - rankIn(PREFERENCE, other.source))[0] ??
    null
  );
};

/**
 * The chosen price with everything that only CoinGecko knows: an exchange sees only its own trade. Changes, range, line,
 * volume and market value stay together and keep their own time; once they are no longer live, a live exchange's own day
 * stands in for them, and only the line, which no exchange tells, stays.
 */
const withDetails = (chosen: Quote, coingecko: Quote | undefined, nowMs: number): Quote => {
  if (!coingecko || chosen === coingecko) return chosen;
  const { symbol, name, rank, sparkline7dUsd, source, atMs } = coingecko;
  const standsIn = chosen.change24h !== null && isLive(chosen, nowMs);
  if (!isLive(coingecko, nowMs) && standsIn)
    return { ...chosen, symbol, name, rank, sparkline7dUsd, lineFrom: { source, atMs } };
  const { change1h, change24h, change7d, low24hUsd, high24hUsd } = coingecko;
  const { volume24hUsd = null, marketCapUsd = null } = coingecko;
  const ofCoin = { volume24hUsd, marketCapUsd };
  const details = { change1h, change24h, change7d, low24hUsd, high24hUsd, sparkline7dUsd, ...ofCoin };
  return { ...chosen, symbol, name, rank, ...details, changesFrom: { source, atMs } };
};

/**
 * One quote of a coin out of what the sources said: the freshest of those that agree. A source that is more than 5 % from
 * the median of the others, or from its own last value without volume, is set aside and named. What is not live cannot
 * speak against what is; without a live quote, the newest old one is shown as such.
 */
export const reconcile = (given: readonly Candidate[], nowMs: number): Reconciled => {
  const candidates = given.map(({ quote, previous }) => ({
    quote: withPossibleTime(quote, nowMs),
    previous,
  }));
  const jumped = candidates.filter((candidate) => toOwnJump(candidate) > MOST_DEVIATION);
  const steady = candidates.filter((candidate) => !jumped.includes(candidate)).map(({ quote }) => quote);
  const live = steady.filter((quote) => isLive(quote, nowMs));
  const { kept, dropped } = splitByAgreement(live);
  const chosen = pickFreshest(kept) ?? pickFreshest(steady);
  const coingecko = steady.find(
    (quote) => quote.source === 'coingecko' && !dropped.some(({ source }) => source === 'coingecko'),
  );
  return {
    quote: chosen && withDetails(chosen, coingecko, nowMs),
    setAside: [
      ...jumped.map((candidate) => ({
        source: candidate.quote.source,
        priceUsd: candidate.quote.priceUsd,
        deviation: toOwnJump(candidate),
      })),
      ...dropped,
    ],
  };
};
