import { toPlainDecimal, toTick } from '../decimal.ts';
import { listPerpetuals } from '../perpetuals.ts';
import { ok, type Venue } from './venue.ts';

/** `api.bybit.com`, version 5: the tickers of the linear contracts. */
export const bybit: Venue = {
  host: 'api.bybit.com',
  answer({ path, query, nowMs }, scenario) {
    if (path !== '/v5/market/tickers' || query.get('category') !== 'linear') {
      return ok({ retCode: 10_001, retMsg: 'params error', result: {}, time: nowMs });
    }
    const list = listPerpetuals('bybit').map(({ base, coinId, coinsPerUnit }) => {
      const price = toPlainDecimal(toTick(scenario.priceUsd(coinId, nowMs) * coinsPerUnit));
      return { symbol: `${base}USDT`, lastPrice: price, markPrice: price, indexPrice: price };
    });
    return ok({ retCode: 0, retMsg: 'OK', result: { category: 'linear', list }, time: nowMs });
  },
};
