import type { FormFacts } from './gazetteer.ts';
import { speaksOfHomonym } from './homonyms.ts';
import {
  isFollowedByCapital,
  isPrecededByCapital,
  isShouted,
  isTitleCased,
  type Surroundings,
  startsSentence,
} from './surroundings.ts';
import type { LetterCase } from './tiers.ts';

/** One way to read a candidate: as its subject's name or as its ticker. */
export type Role = 'name' | 'ticker';

/** How much of a document is about crypto. */
export type CryptoShare = 'none' | 'some' | 'much';

/** All that a rule of evidence may look at. */
export interface Scene {
  readonly role: Role;
  readonly isVenue: boolean;
  readonly surface: string;
  readonly letterCase: LetterCase;
  readonly facts: FormFacts;
  readonly around: Surroundings;
  /** A quote leg is glued to it: `BTC` of `BTCUSDT`. */
  readonly isGluedPair: boolean;
  /** Another form of the same subject stands right beside it. */
  readonly isBesideOwnForm: boolean;
  /** A coin or exchange that is sure stands beside it in a list. */
  readonly isListed: boolean;
  readonly cryptoShare: CryptoShare;
  /** The subject was found elsewhere in the document. */
  readonly isFoundElsewhere: boolean;
  /** The document uses this very form with a sign somewhere. */
  readonly isIntroduced: boolean;
  /** The document gives the longer name that it belongs to a ticker of another coin. */
  readonly isForeignName: boolean;
  /** The document itself spells these letters out as something else. */
  readonly isSpeltOutOtherwise: boolean;
}

/** One reason for a reading, or against it when its points are negative. */
export interface Rule {
  readonly name: string;
  readonly points: number;
  /** The writer's own sign that this is a coin: nothing less makes one of an everyday word in lower case. */
  readonly isSign?: true;
  readonly holds: (scene: Scene) => boolean;
}

const isSpace = (gap: string): boolean => /^\s{1,3}$/.test(gap);

/** A single word that English has for something else. `Near Protocol` is two words, and nothing else. */
const isEverydayWord = (facts: FormFacts, surface: string): boolean =>
  facts.english !== '' && !/[\s.&'-]/.test(surface);

/** Sets of words instead of expressions: those would be compiled on every page before the first mention is known. */
const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const COIN_NOUNS = wordSet(
  'tokens token coins coin prices price holders holder hodlers hodler staking etfs etf etps etp ' +
    'futures perps perp perpetuals perpetual blockchain network protocol mainnet testnet airdrop ' +
    'treasury treasuries whales whale ecosystem ledger wallets wallet dao dapps dapp validators ' +
    'validator stakers staker memecoins memecoin altcoin stablecoin usdt usd bulls bull bears bear ' +
    'longs long shorts short options spot markets market trading traders trader investors investor ' +
    'rally liquidations liquidation supply reserves reserve inflows inflow outflows outflow addresses ' +
    'miners miner mining chain',
);
const TOKEN_NOUNS = wordSet(
  'tokens token coins coin memecoins memecoin altcoins altcoin stablecoins stablecoin ' + 'cryptocurrency',
);
const COIN_KINDS = wordSet(
  'wrapped spot altcoins altcoin memecoins memecoin tokens token coins coin cryptocurrency ' +
    'cryptocurrencies stablecoins stablecoin blockchain cryptos crypto protocol network chain layer-1 ' +
    'layer1 layer-2 layer2 l1 l2 dex',
);
const TRADE_VERBS = wordSet(
  'buy buys buying bought sell sells selling sold long longs longing longed short shorts shorting ' +
    'shorted stake stakes staked staking bridge bridged bridging swap swaps swapped hold holds ' +
    'holding hodl minted mints acquired acquire accumulated accumulate accumulating burned unlock ' +
    'unlocks',
);
const QUOTE_LEG =
  /^\s?[/_]\s?(usdt?|usdc|busd|fdusd|eur|euro|gbp|jpy|krw|try|btc|xbt|eth|bnb|dai|bitcoin)\b|^[-–](usdt?|usdc|busd|eur|krw|perp|btc|eth|swap)\b/i;
const AMOUNT_BEFORE = /(^|[\s(~≈])\d[\d.,]*\s?(k|m|b|bn|mn|thousand|million|billion|trillion)?\s$/i;
const MOVE_AFTER =
  /^\s*(\(|[–—-]\s)?\s*(price )?(is |was |has |have |had |also |then |now |currently |briefly |prices? )*(up|down|rose|rises?|falls?|fell|gain(s|ed)?|los(es|t)|jump(s|ed)?|surg(es|ed)|drop(s|ped)?|slid(es)?|slip(s|ped)|climb(s|ed)|soar(s|ed)|rall(ies|ied)|tumbl(es|ed)|plung(es|ed)|advanced|trad(ed|es|ing)|changed hands|sank|spik(es|ed)|dip(s|ped)|dump(s|ed)|pump(s|ed)|[+-]?\d+(\.\d+)?\s?%|[–-]?\s?\$\d|(at|to|near|above|below|over|under|around|hits?|tests?|reclaims?|breaks?|crosse[sd]) \$\d)/i;
const FIGURE_NEAR = /\$\s?\d|\d\s?%/;
const CODE_BEFORE = /[_\\@`{]\$?$|\/\/|^[.~]?\//;
const CODE_AFTER = /^(_(?!(usd|btc|eth|perp))|[({[]\w*[=)\]}]|`|\\|:\/\/)/i;
const VENUE_NOUNS = wordSet(
  'exchange exchanges futures users customers traders trader founder ceo listing lists list listed ' +
    'spot derivatives perpetuals perpetual order orderbook wallets wallet hot app us eu uk pro earn ' +
    'launchpad reserves reserve deposits deposit withdrawals withdrawal outflows outflow inflows ' +
    'inflow co-founder cofounder research premium said announced',
);
const MARKET_PREPOSITION = wordSet('on via exchange exchanges at from to platform against sued');

const cashtag: Rule = {
  name: 'cashtag',
  points: 5,
  isSign: true,
  holds: ({ around }) => /[$]$/.test(around.before),
};

const tradingPair: Rule = {
  name: 'trading pair',
  points: 6,
  isSign: true,
  holds: ({ role, isGluedPair, around }) =>
    role === 'ticker' && (isGluedPair || QUOTE_LEG.test(around.after)),
};

/** `Near Protocol (NEAR)`: the writer explains one form by the other. */
const nameWithTicker: Rule = {
  name: 'name with ticker',
  points: 6,
  isSign: true,
  holds: (scene) => scene.isBesideOwnForm,
};

/** `SUN token`: the writer says what it is. */
const tokenWordFollows: Rule = {
  name: 'called a token',
  points: 5,
  holds: ({ isVenue, letterCase, around }) =>
    !isVenue &&
    letterCase !== 'lower' &&
    isSpace(around.gapAfter) &&
    TOKEN_NOUNS.has(around.nextWord.toLowerCase()),
};

/** `RENDER holders`: what coins have and other things seldom do. */
const coinWordFollows: Rule = {
  name: 'coin word follows',
  points: 3,
  holds: ({ isVenue, around }) =>
    !isVenue && isSpace(around.gapAfter) && COIN_NOUNS.has(around.nextWord.toLowerCase()),
};

/** `memecoin MOG`, `wrapped ADA`: the writer says what kind of thing it is. */
const coinKindPrecedes: Rule = {
  name: 'coin word precedes',
  points: 3,
  holds: ({ isVenue, around }) =>
    !isVenue && isSpace(around.gapBefore) && COIN_KINDS.has(around.previousWord.toLowerCase()),
};

/** `46,441 LINK`: what comes in such amounts is a unit, and the ticker is the coin's. */
const amountPrecedes: Rule = {
  name: 'amount precedes',
  points: 3,
  holds: ({ role, around }) => role === 'ticker' && AMOUNT_BEFORE.test(around.before),
};

/** `BNB, AVAX and DOT`: lists hold things of one kind. */
const listedWithOthers: Rule = { name: 'listed with others', points: 4, holds: (scene) => scene.isListed };

/** `Simon's Cat (CAT)` stood earlier: the writer has said what the letters mean from there on. */
const introduced: Rule = {
  name: 'introduced in the text',
  points: 3,
  isSign: true,
  holds: (scene) => scene.isIntroduced,
};

/** A story that has named a coin once goes on speaking of it. */
const foundElsewhere: Rule = { name: 'found elsewhere', points: 3, holds: (scene) => scene.isFoundElsewhere };

/** `bought SOL`, `staked ATOM`. */
const tradingWordPrecedes: Rule = {
  name: 'trading word precedes',
  points: 2,
  holds: ({ isVenue, around }) =>
    !isVenue && isSpace(around.gapBefore) && TRADE_VERBS.has(around.previousWord.toLowerCase()),
};

/** `DOT rose 5%`: prices move so. */
const priceMoveFollows: Rule = {
  name: 'price move follows',
  points: 2,
  holds: ({ isVenue, around }) => !isVenue && MOVE_AFTER.test(around.after),
};

/** `Kraken users`, `Gemini exchange`. */
const exchangeWordFollows: Rule = {
  name: 'exchange word follows',
  points: 3,
  holds: ({ isVenue, around }) =>
    isVenue && isSpace(around.gapAfter) && VENUE_NOUNS.has(around.nextWord.toLowerCase()),
};

/** `listed on Gate`: one trades on, at and via a market. */
const marketPrepositionPrecedes: Rule = {
  name: 'market preposition precedes',
  points: 1,
  holds: ({ isVenue, around }) =>
    isVenue && isSpace(around.gapBefore) && MARKET_PREPOSITION.has(around.previousWord.toLowerCase()),
};

/** A capital in the middle of an ordinary sentence makes a name of a word. */
const capitalInSentence: Rule = {
  name: 'capital inside a sentence',
  points: 1,
  holds: ({ role, facts, letterCase, around }) =>
    role === 'name' &&
    letterCase !== 'lower' &&
    (letterCase !== 'upper' || facts.english === '') &&
    !startsSentence(around) &&
    !isTitleCased(around) &&
    !isShouted(around),
};

/** A price or a percentage a few words away. */
const figureNear: Rule = {
  name: 'figure near',
  points: 1,
  holds: ({ around }) => FIGURE_NEAR.test(around.after) || FIGURE_NEAR.test(around.before),
};

const textTouchesCrypto: Rule = {
  name: 'crypto in the text',
  points: 1,
  holds: (scene) => scene.cryptoShare !== 'none',
};

const textIsAboutCrypto: Rule = {
  name: 'text about crypto',
  points: 1,
  holds: (scene) => scene.cryptoShare === 'much',
};

/** Writers mean the large coin far more often than the small one. */
const largeCoin: Rule = {
  name: 'large coin',
  points: 1,
  holds: ({ facts, isVenue }) => !isVenue && facts.prominence === 'large',
};

/** Where every word has a capital, a capital says nothing. */
const headlineCase: Rule = {
  name: 'headline case',
  points: -2,
  holds: ({ letterCase, around, facts, surface }) =>
    isEverydayWord(facts, surface) &&
    ((letterCase === 'title' && isTitleCased(around)) || (letterCase === 'upper' && isShouted(around))),
};

/** Every first word has a capital. */
const sentenceStart: Rule = {
  name: 'sentence start',
  points: -2,
  holds: ({ role, letterCase, facts, surface, around }) =>
    role === 'name' && isEverydayWord(facts, surface) && letterCase === 'title' && startsSentence(around),
};

/** `Polygon Pictures`, `Ada Lovelace`, `BTG Pactual`: part of a longer name that is not the coin's. */
const partOfLongerName: Rule = {
  name: 'part of a longer name',
  points: -4,
  holds: ({ role, isVenue, facts, surface, letterCase, around, cryptoShare }) => {
    if (isTitleCased(around)) return false;
    const isFollowed =
      isFollowedByCapital(around) &&
      !COIN_NOUNS.has(around.nextWord.toLowerCase()) &&
      !VENUE_NOUNS.has(around.nextWord.toLowerCase());
    if (role === 'ticker' || letterCase === 'upper') return isFollowed && facts.tickerTier !== 'any-case';
    if (letterCase !== 'title' || (!isEverydayWord(facts, surface) && cryptoShare !== 'none')) return false;
    const isPreceded =
      isPrecededByCapital(around) &&
      !startsSentence(around) &&
      !COIN_KINDS.has(around.previousWord.toLowerCase());
    return isFollowed || (isPreceded && !isVenue);
  },
};

/** `Little Pepe (LILPEPE)`: a longer name with a ticker of its own is another coin. */
const hasAnotherTicker: Rule = {
  name: 'another ticker follows',
  points: -8,
  holds: (scene) => scene.role === 'name' && scene.isForeignName,
};

/** Identifiers, paths and addresses are made of words without meaning them. */
const insideCode: Rule = {
  name: 'inside code or an address',
  points: -9,
  holds: ({ around }) => CODE_BEFORE.test(around.touchingBefore) || CODE_AFTER.test(around.after),
};

/** The words around belong to what else the form means: the law, the language, the agency. */
const homonymNear: Rule = {
  name: 'another sense near',
  points: -5,
  holds: ({ surface, around }) => speaksOfHomonym(surface, around.before + surface + around.after),
};

/** `Immigration and Customs Enforcement (ICE)`: the text itself says what the letters stand for. */
const speltOutOtherwise: Rule = {
  name: 'spelt out otherwise',
  points: -6,
  holds: ({ role, isSpeltOutOtherwise }) => role === 'ticker' && isSpeltOutOtherwise,
};

/** Rules that speak for a reading, strongest first: the order in which a mention names its reasons. */
export const RULES_FOR: readonly Rule[] = [
  nameWithTicker,
  tradingPair,
  cashtag,
  tokenWordFollows,
  listedWithOthers,
  coinWordFollows,
  coinKindPrecedes,
  exchangeWordFollows,
  amountPrecedes,
  foundElsewhere,
  introduced,
  tradingWordPrecedes,
  textIsAboutCrypto,
  textTouchesCrypto,
  largeCoin,
  capitalInSentence,
  marketPrepositionPrecedes,
  figureNear,
  priceMoveFollows,
];

/** Rules that speak against one. */
export const RULES_AGAINST: readonly Rule[] = [
  speltOutOtherwise,
  hasAnotherTicker,
  homonymNear,
  insideCode,
  partOfLongerName,
  headlineCase,
  sentenceStart,
];
