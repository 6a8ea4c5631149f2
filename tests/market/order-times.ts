import type { DayPlan } from './scenarios/day-plan.ts';

const DAY_HOURS = 24;
const QUARTERS = DAY_HOURS * 4;

/** The part of the orders that comes at any time, whatever prices do. */
const AGAINST_THE_MOVE = 0.08;

/**
 * Picks times of the plan's day, in hours from the anchor: shorts are closed while prices rise, longs while they
 * fall, and a few of both at any time.
 */
export function createHourPicker(plan: DayPlan, when: 'rise' | 'fall'): (random: () => number) => number {
  const sign = when === 'rise' ? 1 : -1;
  const moves = Array.from({ length: QUARTERS }, (_, quarter) => {
    const fromHours = -DAY_HOURS + quarter / 4;
    return Math.max(0, sign * (doneAt(plan, fromHours + 0.25) - doneAt(plan, fromHours)));
  });
  const moveSum = moves.reduce((sum, move) => sum + move, 0);
  const weights = moves.map(
    (move) => AGAINST_THE_MOVE / QUARTERS + ((1 - AGAINST_THE_MOVE) * move) / moveSum,
  );
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
