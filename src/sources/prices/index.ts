import { coingecko } from './coingecko.ts';
import type { PriceSource } from './price-source.ts';

/** Every price source, the one asked first at the front. */
export const priceSources: readonly [PriceSource, ...PriceSource[]] = [coingecko];
