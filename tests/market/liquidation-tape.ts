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
const LARGEST_TO_MEAN = 110;

/**
 * The tape of a plan. The day's 24 hours add up to the plan's sums; the hours before and after it are quiet
 * ones, made when first asked for, each from its own name, so that the order of asking changes nothing.
 */
export function createLiquidationTape(input: TapeInput): LiquidationTape {
  const { plan, seed, anchorMs } = input;
  const hours = new Map<number, readonly ForcedOrder[]>();
  for (const order of makeDay(input)) {
    const hour = Math.floor((order.atMs - anchorMs) / HOUR_MS);
    hours.set(hour, [...(hours.get(hour) ?? []), order]);
  }
  for (const [hour, orders] of hours) hours.set(hour, sortByTime(orders));

  const ordersOf = (hour: number): readonly ForcedOrder[] => {
    const known = hours.get(hour);
    if (known) return known;
    const made = hour >= -DAY_HOURS && hour < 0 ? [] : makeQuietHour(input, hour);
    hours.set(hour, made);
    return made;
  };

  return {
    between(fromMs, untilMs) {
      const found: ForcedOrder[] = [];
      const lastHour = Math.floor((untilMs - anchorMs) / HOUR_MS);
      for (let hour = Math.floor((fromMs - anchorMs) / HOUR_MS); hour <= lastHour; hour += 1) {
        for (const order of ordersOf(hour)) {
          if (order.atMs >= fromMs && order.atMs < untilMs) found.push(order);
        }
      }
      return found;
    },
  };

  function makeQuietHour(from: TapeInput, hour: number): readonly ForcedOrder[] {
    const dayUsd = plan.venueTotals.reduce((sum, venue) => sum + venue.shortUsd + venue.longUsd, 0);
    const batches = plan.venueTotals.flatMap((venue) => {
      const hourUsd = (plan.quietHourUsd * (venue.shortUsd + venue.longUsd)) / dayUsd;
      return toBatches(plan, venue.venueId, { long: hourUsd / 2, short: hourUsd / 2 });
    });
    const orders = batches.flatMap((batch) => {
      const random = createRandom(seed, 'quiet', hour, ...nameOf(batch));
      // A quiet hour has no order at all for most small coins.
      if (random() > batch.totalUsd / toMeanUsd(batch.perpetual.coinId)) return [];
      return fillBatch(from, batch, random, () => anchorMs + (hour + random()) * HOUR_MS);
    });
    return sortByTime(orders);
  }
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

const QUARTERS = DAY_HOURS * 4;

/** Shorts are closed while prices rise, longs while they fall, and a few of both at any time. */
function createHourPicker(plan: DayPlan, when: 'rise' | 'fall'): (random: () => number) => number {
  const sign = when === 'rise' ? 1 : -1;
  const moves = Array.from({ length: QUARTERS }, (_, quarter) => {
    const fromHours = -DAY_HOURS + quarter / 4;
    return Math.max(0, sign * (doneAt(plan, fromHours + 0.25) - doneAt(plan, fromHours)));
  });
  const moveSum = moves.reduce((sum, move) => sum + move, 0);
  const weights = moves.map((move) => 0.2 / QUARTERS + (0.8 * move) / moveSum);
  return (random) => {
    let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
    const quarter = weights.findIndex((weight) => {
      left -= weight;
      return left <= 0;
    });
    return -DAY_HOURS + (Math.max(0, quarter) + random()) / 4;
  };
}

/** The part of the day's rise that is done; before the course begins, prices fall to their low. */
function doneAt(plan: DayPlan, atHours: number): number {
  const points = [{ atHours: -DAY_HOURS, done: 0.1 }, ...plan.course];
  const next = points.findIndex((point) => point.atHours > atHours);
  const before = points[next - 1];
  const after = points[next];
  if (!before || !after) return points.at(-1)?.done ?? 1;
  const part = (atHours - before.atHours) / (after.atHours - before.atHours);
  return before.done + (after.done - before.done) * part;
}

function sumNotable(orders: readonly NotableOrder[], venueId: string): Record<PositionSide, number> {
  const sums = { long: 0, short: 0 };
  for (const order of orders) if (order.venueId === venueId) sums[order.side] += order.notionalUsd;
  return sums;
}

const MEAN_USD: Readonly<Record<string, number>> = { bitcoin: 42_000, ethereum: 38_000, solana: 21_000 };

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
