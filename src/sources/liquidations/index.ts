import { binance } from './binance.ts';
import { bitfinex } from './bitfinex.ts';
import { bitget } from './bitget.ts';
import { bybit } from './bybit.ts';
import { deribit } from './deribit.ts';
import { dydx } from './dydx.ts';
import { gate } from './gate.ts';
import { htx } from './htx.ts';
import type { LiquidationVenue } from './liquidation-venue.ts';
import { okx } from './okx.ts';

/** Every venue whose liquidations are read, in the order in which cards list them. */
export const liquidationVenues: readonly LiquidationVenue[] = [
  bybit,
  binance,
  gate,
  okx,
  htx,
  bitget,
  bitfinex,
  dydx,
  deribit,
];
