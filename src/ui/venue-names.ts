import { toListText } from './list-text.ts';
import { toSourceName } from './source-name.ts';

/** Exchanges as a list: `Bybit, Binance, Gate`. */
export const toVenueNames = (venueIds: readonly string[]): string => toListText(venueIds.map(toSourceName));
