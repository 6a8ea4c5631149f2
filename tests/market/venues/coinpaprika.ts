import type { MarketCoin } from '../coin-universe.ts';
import type { Scenario } from '../scenario.ts';
import { ok, type Venue } from './venue.ts';

const HOUR_MS = 3_600_000;

/** Its figures are renewed every minute. */
function toCoinpaprikaTime(nowMs: number): number {
  return Math.floor(nowMs / 60_000) * 60_000;
}

/** `api.coinpaprika.com`, version 1, without a key. */
export const coinpaprika: Venue = {
  host: 'api.coinpaprika.com',
  answer({ path, nowMs }, scenario) {
    if (path !== '/v1/tickers') return { status: 404, body: { error: 'id not found' } };
    const atMs = toCoinpaprikaTime(nowMs);
    return ok(scenario.coins.map((coin) => toTicker(coin, scenario, atMs)));
  },
};

function toTicker(coin: MarketCoin, scenario: Scenario, atMs: number): object {
  const { volume24hUsd, marketCapUsd } = scenario.quote(coin.id, atMs);
  const percent = (spanMs: number): number =>
    Number((scenario.change(coin.id, spanMs, atMs) * 100).toFixed(2));
  return {
    id: `${coin.symbol}-${coin.name}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    name: coin.name,
    symbol: coin.symbol,
    rank: coin.rank,
    total_supply: Math.round(coin.supply),
    max_supply: 0,
    beta_value: 0.88,
    first_data_at: '2014-01-01T00:00:00Z',
    last_updated: new Date(atMs).toISOString().replace(/\.\d+/, ''),
    quotes: {
      USD: {
        price: scenario.priceUsd(coin.id, atMs),
        volume_24h: volume24hUsd,
        volume_24h_change_24h: 0,
        market_cap: marketCapUsd,
        market_cap_change_24h: percent(24 * HOUR_MS),
        percent_change_15m: percent(HOUR_MS / 4),
        percent_change_30m: percent(HOUR_MS / 2),
        percent_change_1h: percent(HOUR_MS),
        percent_change_6h: percent(6 * HOUR_MS),
        percent_change_12h: percent(12 * HOUR_MS),
        percent_change_24h: percent(24 * HOUR_MS),
        percent_change_7d: percent(168 * HOUR_MS),
        percent_change_30d: percent(720 * HOUR_MS),
        percent_change_1y: percent(8760 * HOUR_MS),
        ath_price: scenario.priceUsd(coin.id, atMs) * 1.4,
        ath_date: '2025-10-06T18:57:42Z',
        percent_from_price_ath: -28.57,
      },
    },
  };
}
