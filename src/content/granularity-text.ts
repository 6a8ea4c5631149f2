import type { Granularity } from '../domain/market/price-at.ts';
import { type MessageName, message } from '../ui/strings.ts';

const GRANULARITIES: Record<Granularity, MessageName> = {
  minute: 'granularityMinute',
  'five-minutes': 'granularityFiveMinutes',
  hour: 'granularityHour',
  day: 'granularityDay',
};

/** How exact the time of a past price is, in words. */
export const toGranularityText = (granularity: Granularity): string => message(GRANULARITIES[granularity]);
