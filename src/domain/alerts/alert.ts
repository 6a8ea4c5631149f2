import * as v from 'valibot';
import { type CoinId, CoinIdSchema } from '../coins/coin.ts';
import { CurrencySchema } from '../market/money.ts';
import { QuietHoursSchema } from './quiet-hours.ts';

const Positive = v.pipe(v.number(), v.finite(), v.minValue(Number.MIN_VALUE));

export const ALERT_WINDOWS = ['1h', '24h', '7d'] as const;
/** The spans over which sources tell changes. */
export type AlertWindow = (typeof ALERT_WINDOWS)[number];

/** `up`: at or above a price. `price` is in `currency`, which stays the alert's own when the reader takes another. */
const PriceConditionSchema = v.object({
  kind: v.literal('price'),
  coinId: CoinIdSchema,
  direction: v.picklist(['up', 'down']),
  price: Positive,
  currency: CurrencySchema,
});

/** `fraction`: 0.05 is 5 %, whichever the direction. */
const ChangeConditionSchema = v.object({
  kind: v.literal('change'),
  coinId: CoinIdSchema,
  direction: v.picklist(['up', 'down', 'either']),
  fraction: Positive,
  window: v.picklist(ALERT_WINDOWS),
});

/** Long and short together in 24 hours, as far as they were seen. `coinId` null: of the whole market. */
const LiquidationsConditionSchema = v.object({
  kind: v.literal('liquidations'),
  coinId: v.nullable(CoinIdSchema),
  sumUsd: Positive,
});

/** What an alert waits for. */
export const AlertConditionSchema = v.variant('kind', [
  PriceConditionSchema,
  ChangeConditionSchema,
  LiquidationsConditionSchema,
]);
export type AlertCondition = v.InferOutput<typeof AlertConditionSchema>;

const AlertSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  condition: AlertConditionSchema,
  /** An alert that does not repeat is switched off by its first notification. */
  repeats: v.boolean(),
  isOn: v.boolean(),
  /** When it was last made, changed or switched on: what was seen of it before counts no more. */
  armedAtMs: v.pipe(v.number(), v.minValue(0)),
});
export type Alert = v.InferOutput<typeof AlertSchema>;

export const MOST_ALERTS = 30;

/** What the reader wants to be told of. One bad entry costs that entry, not the others. */
export const AlertsSchema = v.object({
  list: v.pipe(
    v.array(v.unknown()),
    v.transform((entries) => entries.filter((entry): entry is Alert => v.is(AlertSchema, entry))),
  ),
  quietHours: v.nullable(QuietHoursSchema),
});
export type Alerts = v.InferOutput<typeof AlertsSchema>;

export const NO_ALERTS: Alerts = { list: [], quietHours: null };

/** With a new alert at the end, or a changed one in its place; unchanged when the list is full. */
export const toAlertsWith = (alerts: Alerts, alert: Alert): Alerts => {
  const { list } = alerts;
  if (list.some(({ id }) => id === alert.id)) {
    return { ...alerts, list: list.map((each) => (each.id === alert.id ? alert : each)) };
  }
  return list.length >= MOST_ALERTS ? alerts : { ...alerts, list: [...list, alert] };
};

export const toAlertsWithout = (alerts: Alerts, alertId: string): Alerts => ({
  ...alerts,
  list: alerts.list.filter(({ id }) => id !== alertId),
});

/** What has to be asked of the market for the alerts that are on. Nothing for none. */
export const findAlertSubjects = ({
  list,
}: Alerts): { readonly coinIds: readonly CoinId[]; readonly needsLiquidations: boolean } | null => {
  const conditions = list.filter(({ isOn }) => isOn).map(({ condition }) => condition);
  if (conditions.length === 0) return null;
  return {
    coinIds: [...new Set(conditions.flatMap(({ coinId }) => coinId ?? []))],
    needsLiquidations: conditions.some(({ kind }) => kind === 'liquidations'),
  };
};
