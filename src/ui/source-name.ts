import { findVenue } from '../domain/coins/venue.ts';

/** Sources that are no exchange. Terms of use ask for a visible credit with a link where `creditUrl` stands. */
const PRICE_SOURCES: Readonly<Record<string, { readonly name: string; readonly creditUrl: string }>> = {
  coingecko: { name: 'CoinGecko', creditUrl: 'https://www.coingecko.com/' },
  coinalyze: { name: 'Coinalyze', creditUrl: 'https://coinalyze.net/' },
  coinpaprika: { name: 'CoinPaprika', creditUrl: 'https://coinpaprika.com/' },
};

/** How a source calls itself; its id when it is not known here. Names are not translated. */
export const toSourceName = (sourceId: string): string =>
  PRICE_SOURCES[sourceId]?.name ?? findVenue(sourceId)?.name ?? sourceId;

/** Where the credit of a source leads, or null when its terms ask for none. */
export const findCreditUrl = (sourceId: string): string | null => PRICE_SOURCES[sourceId]?.creditUrl ?? null;
