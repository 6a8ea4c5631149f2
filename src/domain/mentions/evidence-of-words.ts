import { acts } from './acts.ts';
import { isEverydayWord, isObscureWord, type Rule, type Scene } from './evidence.ts';
import { startsWithMove } from './price-moves.ts';
import {
  isPrecededByCapital,
  isTitleCased,
  type Surroundings,
  smallWordAt,
  startsSentence,
  startsWithCapital,
} from './surroundings.ts';
import { isDigit } from './tokenize.ts';
import {
  ADDING_WORDS,
  CHAIN_WORDS,
  COIN_WORDS,
  COMPOUND_WORDS,
  EXCHANGE_WORDS,
  KIND_WORDS,
  LEADING_WORDS,
  LISTING_WORDS,
  MAGNITUDES,
  MARKET_NOUNS,
  MARKET_PREPOSITIONS,
  NETWORK_WORDS,
  TOKEN_KINDS,
  TOKEN_WORDS,
  TRADING_WORDS,
} from './trade-words.ts';

const AMOUNT = /(^|[\s(~≈])\d[\d.,]*\s?([a-z]+)?\s$/i;
const FIGURE = /\$\s?\d|\d\s?%/;

/** An expression is compiled when it is first used: it waits for a text that can match at all. */
const endsWithAmount = ({ before, adjoiningBefore }: Surroundings): boolean =>
  (MAGNITUDES.has(adjoiningBefore) || isDigit(adjoiningBefore.charAt(0))) && AMOUNT.test(before);

const holdsFigure = (text: string): boolean =>
  (text.includes('$') || text.includes('%')) && FIGURE.test(text);

/** `SUN token`, `PSG fan tokens`. */
const isCalledToken = ({ adjoiningAfter, after }: Surroundings): boolean =>
  TOKEN_WORDS.has(adjoiningAfter) ||
  (TOKEN_KINDS.has(adjoiningAfter) && TOKEN_WORDS.has(smallWordAt(after, adjoiningAfter.length + 2)));

/** The writer says what it is. */
export const tokenWordFollows: Rule = {
  name: 'called a token',
  points: 5,
  holds: ({ isVenue, letterCase, around }) => !isVenue && letterCase !== 'lower' && isCalledToken(around),
};

/** `BTC-denominated`, `Sei-based perps`. */
const isInCompound = ({ letterCase, cryptoShare, around }: Scene): boolean =>
  letterCase !== 'lower' &&
  cryptoShare !== 'none' &&
  around.gapAfter === '-' &&
  COMPOUND_WORDS.has(around.nextWord);

const COIN_PHRASES = ['open interest', 'total value locked'];

/** `Aster open interest`, `Grass’s total value locked`. */
const isMeasured = ({ after }: Surroundings): boolean =>
  COIN_PHRASES.some((phrase) => after.slice(1, phrase.length + 1).toLowerCase() === phrase);

/** `RENDER holders`: what coins have and other things seldom do. */
export const coinWordFollows: Rule = {
  name: 'coin word follows',
  points: 3,
  holds: (scene) =>
    !scene.isVenue &&
    (COIN_WORDS.has(scene.around.adjoiningAfter) || isInCompound(scene) || isMeasured(scene.around)),
};

/** `TON validators`: nothing else has them. */
export const chainWordFollows: Rule = {
  name: 'chain word follows',
  points: 5,
  holds: ({ isVenue, letterCase, around }) =>
    !isVenue && letterCase !== 'lower' && CHAIN_WORDS.has(around.adjoiningAfter),
};

/** `Curve founder`, `OP users`: firms have them too, so it takes capitals or a text about crypto. */
export const networkWordFollows: Rule = {
  name: 'network word follows',
  points: 3,
  holds: ({ isVenue, facts, letterCase, cryptoShare, around }) =>
    !isVenue &&
    ((letterCase === 'upper' && facts.prominence !== 'minor') ||
      (letterCase !== 'lower' && cryptoShare !== 'none')) &&
    NETWORK_WORDS.has(around.adjoiningAfter),
};

/** `Flare lists FXRP`, `Stellar to overtake Cardano`: an everyday noun would take an article before such a verb, or another noun: `Toy Maker sues`. */
export const actsAsNetwork: Rule = {
  name: 'acts as networks do',
  points: 3,
  holds: ({ role, isVenue, facts, surface, letterCase, cryptoShare, around }) =>
    role === 'name' &&
    letterCase !== 'lower' &&
    cryptoShare !== 'none' &&
    !isObscureWord(facts, surface) &&
    (startsSentence(around) || !isPrecededByCapital(around) || LEADING_WORDS.has(around.adjoiningBefore)) &&
    acts(around, isVenue),
};

/** `Tron’s Justin Sun`: who has somebody of a name has a name too. */
export const ownsNamedThing: Rule = {
  name: 'has what bears a name',
  points: 2,
  holds: ({ role, letterCase, cryptoShare, around }) =>
    role === 'name' &&
    letterCase === 'title' &&
    cryptoShare !== 'none' &&
    around.isPossessive &&
    startsWithCapital(around.nextWord) &&
    !isTitleCased(around),
};

/** `Near fell to $2.11`: in a text about crypto what moved to a price has one. */
export const priceFollows: Rule = {
  name: 'price follows',
  points: 2,
  holds: ({ isVenue, letterCase, cryptoShare, around }) =>
    !isVenue &&
    letterCase !== 'lower' &&
    cryptoShare === 'much' &&
    startsWithMove(around.after) &&
    (letterCase === 'upper' || holdsFigure(around.after)),
};

/** `stablecoins on Tron`, `$1B of USDT on TRON`: tokens are issued on networks. */
const isIssuedOn = ({ adjoiningBefore, nearWords }: Surroundings): boolean => {
  const issued = adjoiningBefore === 'on' ? (nearWords().before[0]?.toLowerCase() ?? '') : '';
  return issued.startsWith('usd') || TOKEN_WORDS.has(issued);
};

/** `memecoin MOG`, `wrapped ADA`: the writer says what kind of thing it is. */
export const coinKindPrecedes: Rule = {
  name: 'coin word precedes',
  points: 3,
  holds: ({ isVenue, letterCase, around }) =>
    !isVenue && (KIND_WORDS.has(around.adjoiningBefore) || (letterCase !== 'lower' && isIssuedOn(around))),
};

/** `46,441 LINK`: what comes in such amounts is a unit, and the ticker is the coin's. */
export const amountPrecedes: Rule = {
  name: 'amount precedes',
  points: 3,
  holds: ({ role, around }) => role === 'ticker' && endsWithAmount(around),
};

/** `bought SOL`, `staked ATOM`. */
export const tradingWordPrecedes: Rule = {
  name: 'trading word precedes',
  points: 2,
  holds: ({ isVenue, around }) => !isVenue && TRADING_WORDS.has(around.adjoiningBefore),
};

/** `will delist WAVES`, `Bybit adds FLOW`: what exchanges take up and drop are coins. */
export const listingWordPrecedes: Rule = {
  name: 'listing word precedes',
  points: 3,
  holds: ({ isVenue, isAfterVenue, letterCase, around }) =>
    !isVenue &&
    letterCase !== 'lower' &&
    (LISTING_WORDS.has(around.adjoiningBefore) || (isAfterVenue && ADDING_WORDS.has(around.adjoiningBefore))),
};

/** `DOT rose 5%`: prices move so. Parties do too: `Turnout: Flow (2%)`. */
export const priceMoveFollows: Rule = {
  name: 'price move follows',
  points: 2,
  holds: ({ isVenue, facts, surface, letterCase, cryptoShare, around }) =>
    !isVenue &&
    (cryptoShare !== 'none' || letterCase === 'upper' || !isEverydayWord(facts, surface)) &&
    startsWithMove(around.after),
};

/** `Kraken users`, `Gemini exchange`. */
export const exchangeWordFollows: Rule = {
  name: 'exchange word follows',
  points: 3,
  holds: ({ isVenue, around }) => isVenue && EXCHANGE_WORDS.has(around.adjoiningAfter),
};

/** `listed on Gate`: one trades on, at and via a market. */
export const marketPrepositionPrecedes: Rule = {
  name: 'market preposition precedes',
  points: 1,
  holds: ({ isVenue, around }) => isVenue && MARKET_PREPOSITIONS.has(around.adjoiningBefore),
};

/** `delisted by Gate`, `volume on Gemini`: what is done there is done on markets. */
export const tradedThere: Rule = {
  name: 'traded there',
  points: 2,
  holds: ({ isVenue, around }) =>
    isVenue &&
    MARKET_PREPOSITIONS.has(around.adjoiningBefore) &&
    MARKET_NOUNS.has(around.nearWords().before[0]?.toLowerCase() ?? ''),
};

/** A price or a percentage a few words away. Exchanges are firms, and figures stand near every firm. */
export const figureNear: Rule = {
  name: 'figure near',
  points: 1,
  holds: ({ isVenue, around }) => !isVenue && (holdsFigure(around.after) || holdsFigure(around.before)),
};
