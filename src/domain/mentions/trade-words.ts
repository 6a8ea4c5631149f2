import { wordSet } from './word-set.ts';

/** What a writer calls a coin, after its name. */
export const TOKEN_WORDS = wordSet('token+ coin+ memecoin+ altcoin+ stablecoin+ cryptocurrency');

/** What kinds of tokens there are: `PSG fan tokens`. */
export const TOKEN_KINDS = wordSet('fan governance utility native reward meme');

/** What is written on to a coin's name with a hyphen: `BTC-denominated`. */
export const COMPOUND_WORDS = wordSet(
  'based backed denominated listed native pegged linked focused margined',
);

/** What coins have and other things seldom do, after its name. */
export const COIN_WORDS = wordSet(
  'token+ coin+ price+ holder+ hodler+ staking etf+ etp+ futures perp+ perpetual+ blockchain network protocol ' +
    'mainnet testnet airdrop treasury treasuries whale+ ecosystem ledger wallet+ dao dapp+ validator+ staker+ ' +
    'memecoin+ altcoin stablecoin usdt usd bull+ bear+ long+ short+ options spot market+ trading trader+ ' +
    'investor+ rally liquidation+ supply reserve+ inflow+ outflow+ burn+ addresses miner+ mining chain v2 v3 v4',
);

/** What only coins and their networks have, after the name. */
export const CHAIN_WORDS = wordSet(
  'staker+ validator+ hodler+ mainnet testnet airdrop+ perps tokenomics dapps',
);

/** What networks have, and firms too, after the name. */
export const NETWORK_WORDS = wordSet(
  'founder+ co-founder+ cofounder creator developer+ devs user+ community outage upgrade fork hardfork unlock+ ' +
    'halving vault+ tvl governance neurons nodes subnet rollup foundation labs platform executive+ deposit+ ' +
    'withdrawal+ adoption collapse implosion depeg crash bridge+ exploit+ hack rebrand',
);

/** What a writer calls a coin, before its name. */
export const KIND_WORDS = wordSet(
  'wrapped spot altcoin+ memecoin+ token+ coin+ cryptocurrency cryptocurrencies stablecoin+ blockchain crypto+ ' +
    'protocol network chain layer-1 layer1 layer-2 layer2 l1 l2 dex',
);

/** What one does with a coin. */
export const TRADING_WORDS = wordSet(
  'buy+ buying bought sell+ selling sold long+ed longing short+ed shorting stake+d staking bridge bridged ' +
    'bridging swap+ped hold+ holding hodl mint+ed minting acquired acquire accumulated accumulate accumulating ' +
    'burned unlock+',
);

/** What exchanges do to a coin, before its name. */
export const LISTING_WORDS = wordSet('list+ listing delist+ed delisting relist+ed');

/** The same in words that others use of other things. */
export const ADDING_WORDS = wordSet('add+ed support+ed');

/** What exchanges have and do. */
export const EXCHANGE_WORDS = wordSet(
  'exchange+ futures users customers trader+ founder ceo listing list+ed spot derivatives perpetual+ order ' +
    'orderbook wallet+ hot app us eu uk pro earn launchpad reserve+ deposit+ withdrawal+ outflow+ inflow+ ' +
    'co-founder cofounder research premium said announced',
);

/** What stands before a market. */
export const MARKET_PREPOSITIONS = wordSet('on via exchange+ at from to by platform against sued fined');

/** What happens on a market, before the preposition. */
export const MARKET_NOUNS = wordSet(
  'trader+ trading traded trades volume+ pairs positions futures options perps listed delisted listing spot',
);

/** What follows a noun that is no name: `optimism about`, `a core of`. */
export const COMPLEMENTS = wordSet('about of');

/** What stands before nouns, and before no coin's letters. */
export const ARTICLES = wordSet('the a an this that these those');

/** What starts sentences and headlines, capital and all, and is part of no name: `While Avalanche`, `Former Mantra executive`. */
export const LEADING_WORDS = wordSet(
  'former why how when what while after before both despite like unlike meanwhile also but if since though ' +
    'although because then is are can could would may might will should has did does no not only even here there as today yesterday yet ' +
    'still',
);

/** What a number may be counted in before the thing that it counts. */
export const MAGNITUDES = wordSet('k m b bn mn thousand million billion trillion');
