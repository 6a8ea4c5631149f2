import { binanceSpot } from './binance-spot.ts';
import { binanceStream } from './binance-stream.ts';
import { bitfinex } from './bitfinex.ts';
import { bitget } from './bitget.ts';
import { bybit } from './bybit.ts';
import { bybitStream } from './bybit-stream.ts';
import { coinalyze } from './coinalyze.ts';
import { coinbase } from './coinbase.ts';
import { coingecko } from './coingecko.ts';
import { coinpaprika } from './coinpaprika.ts';
import { deribitStream } from './deribit-stream.ts';
import { dydx } from './dydx.ts';
import { gate } from './gate.ts';
import { htx } from './htx.ts';
import { okx } from './okx.ts';
import type { Venue } from './venue.ts';

/** Every host of the simulated market. A new venue is a file and a line here. */
export const venues: readonly Venue[] = [
  coingecko,
  gate,
  okx,
  binanceSpot,
  coinbase,
  coinpaprika,
  binanceStream,
  bybitStream,
  bybit,
  htx,
  bitget,
  bitfinex,
  dydx,
  deribitStream,
  coinalyze,
];
