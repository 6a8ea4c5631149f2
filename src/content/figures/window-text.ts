import { uiLocale } from '../../ui/locale.ts';

const HOUR_MS = 3_600_000;

const UNITS: Readonly<Record<string, string>> = {
  min: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  mo: 'month',
  y: 'year',
};
const PERIODS = ['day', 'week', 'month', 'year'] as const;

const formatUnit = (count: number, unit: string): string =>
  new Intl.NumberFormat(uiLocale(), { style: 'unit', unit, unitDisplay: 'short' }).format(count);

/** A length of time in hours: `24 hr`. */
export const toSpanText = (lengthMs: number): string => formatUnit(lengthMs / HOUR_MS, 'hour');

/** The window of a stated figure: `24 hr`, `7 days`, `week`; nothing where its words say it themselves. */
export const toWindowText = (window: string): string | null => {
  const [, count, name = ''] = /^(\d+)([a-z]+)$/.exec(window) ?? [];
  const unit = UNITS[name];
  if (count && unit) return formatUnit(Number(count), unit);
  const period = PERIODS.find((each) => each === window);
  return period ? (new Intl.DisplayNames(uiLocale(), { type: 'dateTimeField' }).of(period) ?? null) : null;
};
