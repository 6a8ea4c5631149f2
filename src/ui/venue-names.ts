import { uiLocale } from './locale.ts';
import { toSourceName } from './source-name.ts';

/** Exchanges as a list: `Bybit, Binance, Gate`. */
export const toVenueNames = (venueIds: readonly string[]): string =>
  new Intl.ListFormat(uiLocale(), { type: 'unit', style: 'short' }).format(venueIds.map(toSourceName));
