import { createHourPicker } from './order-times.ts';
import { listPerpetuals, type Perpetual } from './perpetuals.ts';
import { createRandom } from './random.ts';
import type { DayPlan, NotableOrder } from './scenarios/day-plan.ts';

/** The side of the position that was closed by force: a long is closed by a sale. */
export type PositionSide = 'long' | 'short';

/** One forced order, in the scenario's own terms; each venue writes it in its own. */
export interface ForcedOrder {
  readonly venueId: string;
  readonly coinId: string;
  readonly side: PositionSide;
  /** Size in the exchange's own unit (see `Perpetual.coinsPerUnit`). */
  readonly units: number;
  /** Price of one coin. */
  readonly priceUsd: number;
  readonly notionalUsd: number;
  readonly atMs: number;
}

/** Every forced order of a scenario, at any time. */
export interface LiquidationTape {
  /** Orders with `fromMs <= atMs < untilMs`, oldest first. */
  between(fromMs: number, untilMs: number): readonly ForcedOrder[];
}

interface TapeInput {
  readonly plan: DayPlan;
  readonly seed: number;
  readonly anchorMs: number;
  readonly priceAt: (coinId: string, atMs: number) => number;
}

interface Batch {
  readonly perpetual: Perpetual;
  readonly side: PositionSide;
  readonly totalUsd: number;
}

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/** Orders of ordinary size are at most this many times the mean: the notable ones stay the largest. */
const LARGEST_TO_MEAN = 80;

/**
 * The tape of a plan. The day's 24 hours add up to the plan's sums; the hours before and after it are quiet
 * ones, made when first asked for, each from its own name, so that the order of asking changes nothing.
 */
export function createLiquidationTape(input: TapeInput): LiquidationTape {
  const { anchorMs } = input;
  const toHour = (atMs: number): number => Math.floor((atMs - anchorMs) / HOUR_MS);
  const hours = new Map<number, readonly ForcedOrder[]>();
  const day = sortByTime(makeDay(input));
  for (let hour = -DAY_HOURS; hour < 0; hour += 1) {
    hours.set(
      hour,
      day.filter((order) => toHour(order.atMs) === hour),
    );
  }
  const ordersOf = (hour: number): readonly ForcedOrder[] => {
    const orders = hours.get(hour) ?? makeQuietHour(input, hour);
    hours.set(hour, orders);
    return orders;
  };
  return {
    between(fromMs, untilMs) {
      const found: ForcedOrder[] = [];
      for (let hour = toHour(fromMs); hour <= toHour(untilMs); hour += 1) {
        for (const order of ordersOf(hour)) {
          if (order.atMs >= fromMs && order.atMs < untilMs) found.push(order);
        }
      }
      return found;
    },
  };
}

function makeQuietHour(input: TapeInput, hour: number): readonly ForcedOrder[] {
  const { plan, seed, anchorMs } = input;
  const dayUsd = plan.venueTotals.reduce((sum, venue) => sum + venue.shortUsd + venue.longUsd, 0);
  const batches = plan.venueTotals.flatMap((venue) => {
    const hourUsd = (plan.quietHourUsd * (venue.shortUsd + venue.longUsd)) / dayUsd;
    return toBatches(plan, venue.venueId, { long: hourUsd / 2, short: hourUsd / 2 });
  });
  const orders = batches.flatMap((batch) => {
    const random = createRandom(seed, 'quiet', hour, ...nameOf(batch));
    // A sum below one ordinary order is one such order in some hours, and none in most.
    const meanUsd = toMeanUsd(batch.perpetual.coinId);
    if (random() > batch.totalUsd / meanUsd) return [];
    const filled = { ...batch, totalUsd: Math.max(batch.totalUsd, meanUsd) };
    return fillBatch(input, filled, random, () => anchorMs + (hour + random()) * HOUR_MS);
  });
  return sortByTime(orders);
}

function makeDay(input: TapeInput): readonly ForcedOrder[] {
  const { plan, seed, anchorMs } = input;
  const pickShortHour = createHourPicker(plan, 'rise');
  const pickLongHour = createHourPicker(plan, 'fall');
  const ordinary = plan.venueTotals.flatMap((venue) => {
    const notableUsd = sumNotable(plan.notableOrders, venue.venueId);
    const left = { long: venue.longUsd - notableUsd.long, short: venue.shortUsd - notableUsd.short };
    return toBatches(plan, venue.venueId, left).flatMap((batch) => {
      const random = createRandom(seed, 'day', ...nameOf(batch));
      const pickHour = batch.side === 'short' ? pickShortHour : pickLongHour;
      return fillBatch(input, batch, random, () => anchorMs + pickHour(random) * HOUR_MS);
    });
  });
  return [...ordinary, ...plan.notableOrders.map((order) => toNotableOrder(input, order))];
}

/** Splits a venue's sums by side over the coins that it lists. */
function toBatches(
  plan: DayPlan,
  venueId: string,
  totalsUsd: Readonly<Record<PositionSide, number>>,
): readonly Batch[] {
  const perpetuals = listPerpetuals(venueId).filter(({ coinId }) => (plan.coinWeights[coinId] ?? 0) > 0);
  const weightSum = perpetuals.reduce((sum, { coinId }) => sum + (plan.coinWeights[coinId] ?? 0), 0);
  return perpetuals.flatMap((perpetual) => {
    const share = (plan.coinWeights[perpetual.coinId] ?? 0) / weightSum;
    return (['long', 'short'] as const).map((side) => ({
      perpetual,
      side,
      totalUsd: totalsUsd[side] * share,
    }));
  });
}

/** Orders whose sizes differ as real ones do (many small, few large) and add up to the batch's sum. */
function fillBatch(
  input: TapeInput,
  batch: Batch,
  random: () => number,
  pickTimeMs: () => number,
): readonly ForcedOrder[] {
  const count = Math.max(1, Math.round(batch.totalUsd / toMeanUsd(batch.perpetual.coinId)));
  const weights = Array.from({ length: count }, () => Math.min(toLogNormal(random), LARGEST_TO_MEAN));
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => {
    const slippage = 1 + (random() - 0.5) * 0.001;
    return toOrder(input, batch, (batch.totalUsd * weight) / weightSum, Math.floor(pickTimeMs()), slippage);
  });
}

function toNotableOrder(input: TapeInput, order: NotableOrder): ForcedOrder {
  const perpetual = listPerpetuals(order.venueId).find(({ coinId }) => coinId === order.coinId);
  if (!perpetual) throw new Error(`${order.venueId} does not list ${order.coinId}`);
  const atMs = Math.floor(input.anchorMs + order.atHours * HOUR_MS);
  return toOrder(input, { perpetual, side: order.side }, order.notionalUsd, atMs, 1);
}

function toOrder(
  input: TapeInput,
  { perpetual, side }: Pick<Batch, 'perpetual' | 'side'>,
  wantedUsd: number,
  atMs: number,
  slippage: number,
): ForcedOrder {
  const { venueId, coinId, coinsPerUnit, unitStep } = perpetual;
  const priceUsd = Number((input.priceAt(coinId, atMs) * slippage).toPrecision(6));
  const steps = Math.max(1, Math.round(wantedUsd / (priceUsd * coinsPerUnit * unitStep)));
  const units = Number((steps * unitStep).toPrecision(12));
  return { venueId, coinId, side, units, priceUsd, notionalUsd: units * coinsPerUnit * priceUsd, atMs };
}

function sumNotable(orders: readonly NotableOrder[], venueId: string): Record<PositionSide, number> {
  const sums = { long: 0, short: 0 };
  for (const order of orders) if (order.venueId === venueId) sums[order.side] += order.notionalUsd;
  return sums;
}

const MEAN_USD: Readonly<Record<string, number>> = { bitcoin: 56_000, ethereum: 48_000, solana: 21_000 };

function toMeanUsd(coinId: string): number {
  return MEAN_USD[coinId] ?? 12_000;
}

/** Mean near 2.3, long tail. */
function toLogNormal(random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.exp(1.3 * normal);
}

function nameOf({ perpetual, side }: Batch): readonly string[] {
  return [perpetual.venueId, perpetual.coinId, side];
}

function sortByTime(orders: readonly ForcedOrder[]): readonly ForcedOrder[] {
  return [...orders].sort((one, other) => one.atMs - other.atMs);
}
