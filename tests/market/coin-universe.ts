import { findAnchorFigures } from './anchor-figures.ts';
import rows from './coins.json' with { type: 'json' };
import { createRandom } from './random.ts';

/** `pegged`: a coin that hardly moves, such as a stablecoin or a money-market fund. */
export type CoinKind = 'free' | 'pegged';

/** A coin of the simulated market, with its figures at the end of the scenario's day. */
export interface MarketCoin {
  readonly id: string;
  /** Upper case, as exchanges write it. */
  readonly symbol: string;
  readonly name: string;
  /** 1 is the largest by market value. */
  readonly rank: number;
  readonly kind: CoinKind;
  readonly anchorPriceUsd: number;
  readonly supply: number;
}

/** All coins of the simulated market by rank: ids, tickers and names as CoinGecko lists them. */
export const COINS: readonly MarketCoin[] = rows.map(toMarketCoin);

const coinsById = new Map(COINS.map((coin) => [coin.id, coin]));

/** @throws when the market does not know the coin: a test that asks for it has a typing error. */
export function getCoin(coinId: string): MarketCoin {
  const coin = coinsById.get(coinId);
  if (!coin) throw new Error(`The simulated market has no coin "${coinId}"`);
  return coin;
}

function toMarketCoin(row: readonly string[], index: number): MarketCoin {
  const [id = '', symbol = '', name = '', label] = row;
  const rank = index + 1;
  const kind: CoinKind = label === undefined ? 'free' : 'pegged';
  const written = findAnchorFigures(id);
  const anchorPriceUsd = written?.priceUsd ?? (kind === 'pegged' ? 1 : toPlausiblePriceUsd(id));
  const marketCapUsd = written?.marketCapUsd ?? toPlausibleMarketCapUsd(rank);
  return { id, symbol, name, rank, kind, anchorPriceUsd, supply: marketCapUsd / anchorPriceUsd };
}

/** Between a tenth of a cent and a hundred dollars, evenly in orders of magnitude. */
function toPlausiblePriceUsd(coinId: string): number {
  return Number((10 ** (-3 + 5 * createRandom('price', coinId)())).toPrecision(4));
}

/** Continues below the written figures, which end at two billion with rank 65. */
function toPlausibleMarketCapUsd(rank: number): number {
  return 2.2e9 * (60 / rank) ** 1.4;
}
