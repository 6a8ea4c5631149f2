import { wordSet } from './word-set.ts';

/** What a writer calls a coin, after its name. */
export const TOKEN_WORDS = wordSet(
  'tokens token coins coin memecoins memecoin altcoins altcoin stablecoins stablecoin cryptocurrency',
);

/** What coins have and other things seldom do, after its name. */
export const COIN_WORDS = wordSet(
  'tokens token coins coin prices price holders holder hodlers hodler staking etfs etf etps etp ' +
    'futures perps perp perpetuals perpetual blockchain network protocol mainnet testnet airdrop ' +
    'treasury treasuries whales whale ecosystem ledger wallets wallet dao dapps dapp validators ' +
    'validator stakers staker memecoins memecoin altcoin stablecoin usdt usd bulls bull bears bear ' +
    'longs long shorts short options spot markets market trading traders trader investors investor ' +
    'rally liquidations liquidation supply reserves reserve inflows inflow outflows outflow addresses ' +
    'miners miner mining chain v2 v3 v4',
);

/** What only coins and their networks have, after the name. */
export const CHAIN_WORDS = wordSet(
  'stakers staker validators validator hodlers hodler mainnet testnet airdrop airdrops perps tokenomics dapps',
);

/** What networks have, and firms too, after the name. */
export const NETWORK_WORDS = wordSet(
  'founder founders co-founder cofounder co-founders creator developer developers devs users user community outage upgrade fork ' +
    'hardfork unlock unlocks halving vault vaults tvl governance neurons nodes subnet rollup foundation labs platform executive executives ' +
    'deposit deposits withdrawal withdrawals adoption collapse implosion depeg crash',
);

/** What a writer calls a coin, before its name. */
export const KIND_WORDS = wordSet(
  'wrapped spot altcoins altcoin memecoins memecoin tokens token coins coin cryptocurrency ' +
    'cryptocurrencies stablecoins stablecoin blockchain cryptos crypto protocol network chain layer-1 ' +
    'layer1 layer-2 layer2 l1 l2 dex',
);

/** What one does with a coin. */
export const TRADING_WORDS = wordSet(
  'buy buys buying bought sell sells selling sold long longs longing longed short shorts shorting ' +
    'shorted stake stakes staked staking bridge bridged bridging swap swaps swapped hold holds ' +
    'holding hodl mint mints minting minted acquired acquire accumulated accumulate accumulating burned unlock ' +
    'unlocks',
);

/** What exchanges do to a coin, before its name. */
export const LISTING_WORDS = wordSet(
  'list lists listing delist delists delisting delisted relist relists relisted',
);

/** What exchanges have and do. */
export const EXCHANGE_WORDS = wordSet(
  'exchange exchanges futures users customers traders trader founder ceo listing lists list listed ' +
    'spot derivatives perpetuals perpetual order orderbook wallets wallet hot app us eu uk pro earn ' +
    'launchpad reserves reserve deposits deposit withdrawals withdrawal outflows outflow inflows ' +
    'inflow co-founder cofounder research premium said announced',
);

/** What stands before a market. */
export const MARKET_PREPOSITIONS = wordSet('on via exchange exchanges at from to platform against sued');

/** What follows a noun that is no name: `optimism about`, `a core of`. */
export const COMPLEMENTS = wordSet('about of');

/** What stands before nouns, and before no coin's letters. */
export const ARTICLES = wordSet('the a an this that these those');

/** What starts sentences and headlines, capital and all, and is part of no name: `While Avalanche`, `Former Mantra executive`. */
export const LEADING_WORDS = wordSet(
  'former why how when what while after before both despite like unlike meanwhile also but if since though although ' +
    'because then is are can will should has did does no not only even here there as today yesterday yet still',
);

/** What a number may be counted in before the thing that it counts. */
export const MAGNITUDES = wordSet('k m b bn mn thousand million billion trillion');
