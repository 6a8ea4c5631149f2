import { findVenue } from '../domain/coins/venue.ts';

const PRICE_SOURCE_NAMES: Readonly<Record<string, string>> = { coingecko: 'CoinGecko' };

/** How a source calls itself; its id when it is not known here. Names are not translated. */
export const toSourceName = (sourceId: string): string =>
  PRICE_SOURCE_NAMES[sourceId] ?? findVenue(sourceId)?.name ?? sourceId;
