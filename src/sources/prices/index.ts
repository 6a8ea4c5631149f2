import { binanceSpot } from './binance-spot.ts';
import { coinbase } from './coinbase.ts';
import { coingecko } from './coingecko.ts';
import { coinpaprika } from './coinpaprika.ts';
import type { PriceSource, TickerSource } from './price-source.ts';

/** Exchanges and the spare, in the order in which they are asked: each for what those before it did not have. */
export const tickerSources: readonly TickerSource[] = [binanceSpot, coinbase, coinpaprika];

/** Every price source. */
export const priceSources: readonly PriceSource[] = [coingecko, ...tickerSources];
