/** The price and market value of one coin at the end of the day of the story. */
export interface AnchorFigures {
  readonly priceUsd: number;
  /** Null leaves it to the coin's rank. */
  readonly marketCapUsd: number | null;
}

/**
 * Coin id, price in dollars, market value in billions of dollars; invented, plausible for such a day,
 * and falling in the order of rank. Coins that are not here get figures from their rank.
 */
const FIGURES: readonly (readonly [coinId: string, priceUsd: number, marketCapBillions?: number])[] = [
  ['bitcoin', 93_612, 1860],
  ['ethereum', 3298, 398],
  ['tether', 1, 186],
  ['binancecoin', 912, 126],
  ['usd-coin', 1, 122],
  ['ripple', 2.184, 118],
  ['solana', 142.6, 80],
  ['tron', 0.2846, 27],
  ['figure-heloc', 1, 26],
  ['hyperliquid', 34.18, 25.5],
  ['dogecoin', 0.1532, 25],
  ['usds', 1, 22],
  ['rain', 0.0614, 21],
  ['leo-token', 9.42, 19],
  ['zcash', 398.4, 18],
  ['whitebit', 58.7, 17.5],
  ['cardano', 0.4482, 17],
  ['stellar', 0.2566, 13],
  ['monero', 402.1, 12.5],
  ['chainlink', 14.62, 12],
  ['canton-network', 0.0816, 11.5],
  ['bitcoin-cash', 541.7, 11],
  ['dai', 1, 10.5],
  ['usd1-wlfi', 1, 10],
  ['the-open-network', 1.624, 9.5],
  ['ethena-usde', 1, 9],
  ['litecoin', 84.9, 8.6],
  ['global-dollar', 1, 8.2],
  ['hedera-hashgraph', 0.1462, 7.9],
  ['hashnote-usyc', 1.118, 7.6],
  ['sui', 1.684, 7.3],
  ['avalanche-2', 14.38, 7],
  ['paypal-usd', 1, 6.8],
  ['near', 1.912, 6.6],
  ['crypto-com-chain', 0.1064, 6.4],
  ['shiba-inu', 0.00000886, 6.2],
  ['tether-gold', 4186, 6],
  ['blackrock-usd-institutional-digital-liquidity-fund', 1, 5.9],
  ['ondo-us-dollar-yield', 1.12, 5.8],
  ['bittensor', 301.5, 5.7],
  ['uniswap', 6.224, 5.6],
  ['world-liberty-financial', 0.1584, 5.5],
  ['pax-gold', 4191, 5.4],
  ['memecore', 1.372, 5.3],
  ['htx-dao', 0.00000171, 5.2],
  ['aster-2', 1.018, 5.1],
  ['okb', 112.4, 5],
  ['lab', 0.2418, 4.9],
  ['ondo-finance', 0.5122, 4.8],
  ['ripple-usd', 1, 4.7],
  ['usdd', 1, 4.6],
  ['polkadot', 2.316, 4.5],
  ['mantle', 1.082, 4.4],
  ['falcon-finance', 1, 4.3],
  ['aave', 192.8, 4.1],
  ['worldcoin-wld', 0.6214, 3.9],
  ['dexe', 6.31, 3.7],
  ['bfusd', 1, 3.5],
  ['morpho', 1.248, 3.3],
  ['sky', 0.0552, 3.1],
  ['internet-computer', 3.612, 2.9],
  ['pi-network', 0.2214, 2.7],
  ['bitget-token', 3.561, 2.3],
  ['pepe', 0.00000472, 2.1],
  ['ethereum-classic', 13.48, 2],
  ['euro-coin', 1.164],
  ['mog-coin', 0.000000384],
];

const figuresById = new Map(
  FIGURES.map(([coinId, priceUsd, billions]) => [
    coinId,
    { priceUsd, marketCapUsd: billions === undefined ? null : billions * 1e9 },
  ]),
);

/** The written figures of a coin, if it has any. */
export function findAnchorFigures(coinId: string): AnchorFigures | undefined {
  return figuresById.get(coinId);
}
