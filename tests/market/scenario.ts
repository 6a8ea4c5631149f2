import { COINS, getCoin, type MarketCoin } from './coin-universe.ts';
import { createLiquidationTape, type ForcedOrder } from './liquidation-tape.ts';
import { createPricePath, type PricePath } from './price-path.ts';
import { createRandom } from './random.ts';
import type { CoinMove, DayPlan } from './scenarios/day-plan.ts';

/** What the market says of a coin at a time. Prices in US dollars, changes as fractions. */
export interface MarketQuote {
  readonly coinId: string;
  readonly priceUsd: number;
  readonly change1h: number;
  readonly change24h: number;
  readonly change7d: number;
  readonly low24hUsd: number;
  readonly high24hUsd: number;
  readonly marketCapUsd: number;
  readonly volume24hUsd: number;
  /** Hourly, oldest first, 168 of them; the last is at or before the time asked for. */
  readonly sparkline7dUsd: readonly number[];
}

export interface OrderFilter {
  readonly venueId?: string;
  readonly coinId?: string;
}

export interface LiquidationSum {
  readonly longUsd: number;
  readonly shortUsd: number;
  /** Null when there was no order at all. */
  readonly largest: ForcedOrder | null;
}

/** The truth of the simulated market, at any time, before and after the anchor. */
export interface Scenario {
  readonly name: string;
  /** The end of the planned day. */
  readonly anchorMs: number;
  readonly coins: readonly MarketCoin[];
  /** The price of one coin, not rounded. */
  priceUsd(coinId: string, atMs: number): number;
  /** The change of the price over the `spanMs` before a time, as a fraction. */
  change(coinId: string, spanMs: number, atMs: number): number;
  quote(coinId: string, atMs: number): MarketQuote;
  /** Forced orders with `fromMs <= atMs < untilMs`, oldest first. */
  orders(filter: OrderFilter, fromMs: number, untilMs: number): readonly ForcedOrder[];
  /** The sums of the same orders. */
  liquidationTotal(filter: OrderFilter, fromMs: number, untilMs: number): LiquidationSum;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
/** Lows and highs are read at this step, counted from the anchor: the course of a plan lies on it. */
const EXTREME_STEP_MS = 300_000;

/** The same plan, seed and anchor give the same market, wherever and whenever it is asked. */
export function createScenario(plan: DayPlan, seed: number, anchorMs: number): Scenario {
  const paths = new Map<string, PricePath>();
  const remembered = new Map<string, Map<number, number>>();

  const pathOf = (coinId: string): PricePath => {
    const known = paths.get(coinId);
    if (known) return known;
    const made = toPricePath(plan, seed, getCoin(coinId));
    paths.set(coinId, made);
    return made;
  };
  const priceUsd = (coinId: string, atMs: number): number => pathOf(coinId)((atMs - anchorMs) / HOUR_MS);
  const change = (coinId: string, spanMs: number, atMs: number): number =>
    priceUsd(coinId, atMs) / priceUsd(coinId, atMs - spanMs) - 1;

  /** Prices at every step in (fromMs, untilMs], counted from the anchor and remembered. */
  const gridPrices = (coinId: string, stepMs: number, fromMs: number, untilMs: number): number[] => {
    const known = remembered.get(coinId) ?? new Map<number, number>();
    remembered.set(coinId, known);
    const prices: number[] = [];
    const last = Math.floor((untilMs - anchorMs) / stepMs);
    for (let step = Math.floor((fromMs - anchorMs) / stepMs) + 1; step <= last; step += 1) {
      const atMs = anchorMs + step * stepMs;
      const price = known.get(atMs) ?? priceUsd(coinId, atMs);
      known.set(atMs, price);
      prices.push(price);
    }
    return prices;
  };

  const quote = (coinId: string, atMs: number): MarketQuote => {
    const coin = getCoin(coinId);
    const now = priceUsd(coinId, atMs);
    const day = [...gridPrices(coinId, EXTREME_STEP_MS, atMs - DAY_MS, atMs), now];
    return {
      coinId,
      priceUsd: toDisplayedPrice(now),
      change1h: change(coinId, HOUR_MS, atMs),
      change24h: change(coinId, DAY_MS, atMs),
      change7d: change(coinId, WEEK_MS, atMs),
      low24hUsd: toDisplayedPrice(Math.min(...day)),
      high24hUsd: toDisplayedPrice(Math.max(...day)),
      marketCapUsd: Math.round(now * coin.supply),
      volume24hUsd: Math.round(now * coin.supply * toTurnover(coin)),
      sparkline7dUsd: gridPrices(coinId, HOUR_MS, atMs - WEEK_MS, atMs),
    };
  };

  const tape = createLiquidationTape({ plan, seed, anchorMs, priceAt: priceUsd });
  const orders = (filter: OrderFilter, fromMs: number, untilMs: number): readonly ForcedOrder[] =>
    tape
      .between(fromMs, untilMs)
      .filter(
        (order) =>
          (filter.venueId === undefined || order.venueId === filter.venueId) &&
          (filter.coinId === undefined || order.coinId === filter.coinId),
      );

  return {
    name: plan.name,
    anchorMs,
    coins: COINS,
    priceUsd,
    change,
    quote,
    orders,
    liquidationTotal: (filter, fromMs, untilMs) => sumOrders(orders(filter, fromMs, untilMs)),
  };
}

/** Sums by side, and the largest single order. */
export function sumOrders(orders: readonly ForcedOrder[]): LiquidationSum {
  let longUsd = 0;
  let shortUsd = 0;
  let largest: ForcedOrder | null = null;
  for (const order of orders) {
    if (order.side === 'long') longUsd += order.notionalUsd;
    else shortUsd += order.notionalUsd;
    if (!largest || order.notionalUsd > largest.notionalUsd) largest = order;
  }
  return { longUsd, shortUsd, largest };
}

/** The digits that CoinGecko shows: whole dollars from ten thousand, cents from one, then six digits. */
export function toDisplayedPrice(priceUsd: number): number {
  if (priceUsd >= 10_000) return Math.round(priceUsd);
  if (priceUsd >= 1) return Math.round(priceUsd * 100) / 100;
  return Number(priceUsd.toPrecision(6));
}

function toPricePath(plan: DayPlan, seed: number, coin: MarketCoin): PricePath {
  const move = plan.moves[coin.id] ?? toOrdinaryMove(seed, coin);
  const endUsd = coin.anchorPriceUsd;
  const startUsd = endUsd / (1 + move.change24h);
  const lowUsd = move.lowUsd ?? Math.min(startUsd, endUsd) * (coin.kind === 'pegged' ? 0.9998 : 0.993);
  const weekAgoUsd = endUsd / (1 + (move.change7d ?? move.change24h / 2));
  const course = plan.course.map(({ atHours, done }) => ({
    atHours,
    priceUsd: lowUsd * (endUsd / lowUsd) ** done,
  }));
  return createPricePath({
    keyframes: [{ atHours: -168, priceUsd: weekAgoUsd }, { atHours: -24, priceUsd: startUsd }, ...course],
    seed: `${seed} ${coin.id}`,
    jitter: toJitter(coin),
    floor: { fromHours: -24, untilHours: 0, priceUsd: lowUsd },
  });
}

/** A coin that the plan does not name: mostly a little up, one in twelve a little down. */
function toOrdinaryMove(seed: number, coin: MarketCoin): CoinMove {
  const random = createRandom(seed, 'move', coin.id);
  if (coin.kind === 'pegged') return { change24h: (random() - 0.5) * 0.0004, change7d: 0 };
  const change24h = random() < 1 / 12 ? -0.02 * random() : 0.004 + 0.052 * random();
  return { change24h, change7d: (random() - 0.4) * 0.14 };
}

function toJitter(coin: MarketCoin): number {
  if (coin.kind === 'pegged') return 0.00004;
  return coin.rank <= 10 ? 0.005 : 0.009;
}

/** Trade of a day as a part of the market value. */
function toTurnover(coin: MarketCoin): number {
  return 0.02 + 0.09 * createRandom('turnover', coin.id)();
}
