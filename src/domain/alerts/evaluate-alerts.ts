import type { Alert, AlertCondition, Alerts } from './alert.ts';
import type { AlertMarket } from './alert-market.ts';
import type { AlertFiring, AlertState, AlertStates } from './alert-state.ts';
import { isQuiet } from './quiet-hours.ts';
import { type AlertReading, readCondition } from './read-condition.ts';

/** How far a figure must go back before the same alert may come again, as a part of its threshold. */
const RETREAT = { price: 0.005, change: 0.2, liquidations: 0.2 } as const;
/** Whatever the figures do, one alert does not come more often. */
const REST_MS = 30 * 60_000;

/** Whether the condition is true of a figure; with `slack`, whether it is still nearly true. */
export const isTrueOf = (condition: AlertCondition, value: number, slack: number): boolean => {
  switch (condition.kind) {
    case 'price':
      return condition.direction === 'up'
        ? value >= condition.price * (1 - slack)
        : value <= condition.price * (1 + slack);
    case 'change': {
      const least = condition.fraction * (1 - slack);
      if (condition.direction === 'either') return Math.abs(value) >= least;
      return condition.direction === 'up' ? value >= least : value <= -least;
    }
    case 'liquidations':
      return value >= condition.sumUsd * (1 - slack);
  }
};

/** Fewer venues have a smaller sum: that is no retreat. */
const hasLostVenues = ({ kind }: AlertCondition, { sourceIds }: AlertReading, last: AlertFiring): boolean =>
  kind === 'liquidations' && last.sourceIds.some((venueId) => !sourceIds.includes(venueId));

const hasRetreated = (condition: AlertCondition, reading: AlertReading, last: AlertFiring): boolean =>
  !isTrueOf(condition, reading.value, RETREAT[condition.kind]) && !hasLostVenues(condition, reading, last);

const toState = ({ id, armedAtMs }: Alert, states: AlertStates): AlertState => {
  const known = states[id];
  return known?.armedAtMs === armedAtMs ? known : { armedAtMs, isReady: false, lastFiring: null };
};

const evaluateOne = (
  { condition, repeats }: Alert,
  state: AlertState,
  reading: AlertReading,
  nowMs: number,
): AlertState => {
  const { lastFiring } = state;
  if (lastFiring && !repeats) return state;
  const isTrue = isTrueOf(condition, reading.value, 0);
  if (!state.isReady) {
    const isReady = lastFiring ? hasRetreated(condition, reading, lastFiring) : !isTrue;
    return isReady ? { ...state, isReady } : state;
  }
  const isResting = lastFiring !== null && Math.abs(nowMs - lastFiring.firedAtMs) < REST_MS;
  if (!isTrue || isResting) return state;
  const { value, sourceIds, atMs } = reading;
  return {
    ...state,
    isReady: false,
    lastFiring: { firedAtMs: nowMs, value, sourceIds: [...sourceIds], atMs },
  };
};

export interface AlertsEvaluation {
  readonly states: AlertStates;
  readonly fired: readonly { readonly alert: Alert; readonly firing: AlertFiring }[];
}

/**
 * Looks at every alert that is on. An alert comes when its condition becomes true between two looks, however long the time
 * between them: what happened while nobody looked makes one alert at the next look, if it is still true then. A condition
 * that was true from the start has to become false first. Quiet hours are hours in which nobody looks. Times in ms;
 * `minuteOfDay` is the reader's own.
 */
export const evaluateAlerts = (
  alerts: Alerts,
  states: AlertStates,
  market: AlertMarket,
  { nowMs, minuteOfDay }: { readonly nowMs: number; readonly minuteOfDay: number },
): AlertsEvaluation => {
  if (isQuiet(alerts.quietHours, minuteOfDay)) return { states, fired: [] };
  const on = alerts.list.filter(({ isOn }) => isOn);
  const looks = on.map((alert) => {
    const before = toState(alert, states);
    const reading = readCondition(alert.condition, market, nowMs);
    return { alert, before, after: reading ? evaluateOne(alert, before, reading, nowMs) : before };
  });
  const looked = Object.fromEntries(looks.map(({ alert, after }) => [alert.id, after]));
  // What an alert that is off said last stays readable; what is gone is forgotten.
  const off = alerts.list.flatMap(({ id, isOn }) => {
    const state = states[id];
    return !isOn && state ? [[id, state] as const] : [];
  });
  return {
    states: { ...Object.fromEntries(off), ...looked },
    fired: looks.flatMap(({ alert, before, after }) =>
      after.lastFiring && after.lastFiring !== before.lastFiring ? [{ alert, firing: after.lastFiring }] : [],
    ),
  };
};
