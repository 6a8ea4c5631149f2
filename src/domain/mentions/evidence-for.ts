import type { Rule } from './evidence.ts';
import { startsWithMove } from './price-moves.ts';
import { startsWithQuoteLeg } from './quote-leg.ts';
import { isShouted, isTitleCased, type Surroundings, startsSentence } from './surroundings.ts';
import {
  COIN_WORDS,
  EXCHANGE_WORDS,
  KIND_WORDS,
  LISTING_WORDS,
  MAGNITUDES,
  MARKET_PREPOSITIONS,
  TOKEN_WORDS,
  TRADING_WORDS,
} from './trade-words.ts';

const AMOUNT = /(^|[\s(~≈])\d[\d.,]*\s?([a-z]+)?\s$/i;
const FIGURE = /\$\s?\d|\d\s?%/;

/** An expression is compiled when it is first used: it waits for a text that can match at all. */
const endsWithAmount = ({ before, adjoiningBefore }: Surroundings): boolean =>
  (MAGNITUDES.has(adjoiningBefore) || /^\d/.test(adjoiningBefore)) && AMOUNT.test(before);

const holdsFigure = (text: string): boolean =>
  (text.includes('$') || text.includes('%')) && FIGURE.test(text);

const cashtag: Rule = {
  name: 'cashtag',
  points: 5,
  isSign: true,
  holds: ({ around }) => around.before.endsWith('$'),
};

const tradingPair: Rule = {
  name: 'trading pair',
  points: 6,
  isSign: true,
  holds: ({ role, isGluedPair, around }) =>
    role === 'ticker' && (isGluedPair || startsWithQuoteLeg(around.after)),
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
    !isVenue && letterCase !== 'lower' && TOKEN_WORDS.has(around.adjoiningAfter),
};

/** `RENDER holders`: what coins have and other things seldom do. */
const coinWordFollows: Rule = {
  name: 'coin word follows',
  points: 3,
  holds: ({ isVenue, around }) => !isVenue && COIN_WORDS.has(around.adjoiningAfter),
};

/** `memecoin MOG`, `wrapped ADA`: the writer says what kind of thing it is. */
const coinKindPrecedes: Rule = {
  name: 'coin word precedes',
  points: 3,
  holds: ({ isVenue, around }) => !isVenue && KIND_WORDS.has(around.adjoiningBefore),
};

/** `46,441 LINK`: what comes in such amounts is a unit, and the ticker is the coin's. */
const amountPrecedes: Rule = {
  name: 'amount precedes',
  points: 3,
  holds: ({ role, around }) => role === 'ticker' && endsWithAmount(around),
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
  holds: ({ isVenue, around }) => !isVenue && TRADING_WORDS.has(around.adjoiningBefore),
};

/** `will delist WAVES`: what exchanges take up and drop are coins. */
const listingWordPrecedes: Rule = {
  name: 'listing word precedes',
  points: 3,
  holds: ({ isVenue, letterCase, around }) =>
    !isVenue && letterCase !== 'lower' && LISTING_WORDS.has(around.adjoiningBefore),
};

/** `DOT rose 5%`: prices move so. */
const priceMoveFollows: Rule = {
  name: 'price move follows',
  points: 2,
  holds: ({ isVenue, around }) => !isVenue && startsWithMove(around.after),
};

/** `Kraken users`, `Gemini exchange`. */
const exchangeWordFollows: Rule = {
  name: 'exchange word follows',
  points: 3,
  holds: ({ isVenue, around }) => isVenue && EXCHANGE_WORDS.has(around.adjoiningAfter),
};

/** `listed on Gate`: one trades on, at and via a market. */
const marketPrepositionPrecedes: Rule = {
  name: 'market preposition precedes',
  points: 1,
  holds: ({ isVenue, around }) => isVenue && MARKET_PREPOSITIONS.has(around.adjoiningBefore),
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
  holds: ({ around }) => holdsFigure(around.after) || holdsFigure(around.before),
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
  listingWordPrecedes,
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
