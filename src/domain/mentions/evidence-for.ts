import type { Rule } from './evidence.ts';
import { isShouted, isTitleCased, startsSentence } from './surroundings.ts';
import {
  COIN_WORDS,
  EXCHANGE_WORDS,
  KIND_WORDS,
  LISTING_WORDS,
  MARKET_PREPOSITIONS,
  TOKEN_WORDS,
  TRADING_WORDS,
} from './trade-words.ts';

const isSpace = (gap: string): boolean => /^\s{1,3}$/.test(gap);

const QUOTE_LEG =
  /^\s?[/_]\s?(usdt?|usdc|busd|fdusd|eur|euro|gbp|jpy|krw|try|btc|xbt|eth|bnb|dai|bitcoin)\b|^[-–](usdt?|usdc|busd|eur|krw|perp|btc|eth|swap)\b/i;
const AMOUNT_BEFORE = /(^|[\s(~≈])\d[\d.,]*\s?(k|m|b|bn|mn|thousand|million|billion|trillion)?\s$/i;
const MOVE_AFTER =
  /^\s*(\(|[–—-]\s)?\s*(price )?(is |was |has |have |had |also |then |now |currently |briefly |prices? )*(up|down|rose|rises?|falls?|fell|gain(s|ed)?|los(es|t)|jump(s|ed)?|surg(es|ed)|drop(s|ped)?|slid(es)?|slip(s|ped)|climb(s|ed)|soar(s|ed)|rall(ies|ied)|tumbl(es|ed)|plung(es|ed)|advanced|trad(ed|es|ing)|changed hands|sank|spik(es|ed)|dip(s|ped)|dump(s|ed)|pump(s|ed)|[+-]?\d+(\.\d+)?\s?%|[–-]?\s?\$\d|(at|to|near|above|below|over|under|around|hits?|tests?|reclaims?|breaks?|crosse[sd]) \$\d)/i;
/** Prices move in other languages too; the first letters of a verb are enough, whatever its ending. */
const MOVE_AFTER_ABROAD =
  /^[도은는이가\s]*(급등|상승|급락|하락|올랐|내렸)|^[はがも]?、?(上昇|下落|急騰|急落|続伸|続落)|^(价格|價格)?(也|则|則|一度)?(上[涨漲]|下跌|大[涨漲]|暴[涨漲]|暴跌|[领領][涨漲]|突破|跌破)|^\s(на \S+ )?(подорож|подешев|вырос|упал|упав|снизил|подскоч|торгу|зріс|зросл|зросла|впав|впал)|^\s(stieg|steigt|fiel|fällt|legte|legt|verlor|verliert|notiert|klettert|kletterte)\s|^\s(a |se )?(sube|subió|sobe|subiu|cae|cayó|cai|caiu|pierde|perdió|perdeu|cotiza|recule|reculé|grimpe|grimpé|bondit|chute|chuté)\s|^\s(yükseldi|düştü|geriledi|yüzde)|^\s(tăng|giảm|naik|turun|melonjak|anjlok)\s/i;
const FIGURE_NEAR = /\$\s?\d|\d\s?%/;

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
    TOKEN_WORDS.has(around.nextWord.toLowerCase()),
};

/** `RENDER holders`: what coins have and other things seldom do. */
const coinWordFollows: Rule = {
  name: 'coin word follows',
  points: 3,
  holds: ({ isVenue, around }) =>
    !isVenue && isSpace(around.gapAfter) && COIN_WORDS.has(around.nextWord.toLowerCase()),
};

/** `memecoin MOG`, `wrapped ADA`: the writer says what kind of thing it is. */
const coinKindPrecedes: Rule = {
  name: 'coin word precedes',
  points: 3,
  holds: ({ isVenue, around }) =>
    !isVenue && isSpace(around.gapBefore) && KIND_WORDS.has(around.previousWord.toLowerCase()),
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
    !isVenue && isSpace(around.gapBefore) && TRADING_WORDS.has(around.previousWord.toLowerCase()),
};

/** `will delist WAVES`: what exchanges take up and drop are coins. */
const listingWordPrecedes: Rule = {
  name: 'listing word precedes',
  points: 3,
  holds: ({ isVenue, letterCase, around }) =>
    !isVenue &&
    letterCase !== 'lower' &&
    isSpace(around.gapBefore) &&
    LISTING_WORDS.has(around.previousWord.toLowerCase()),
};

/** `DOT rose 5%`: prices move so. */
const priceMoveFollows: Rule = {
  name: 'price move follows',
  points: 2,
  holds: ({ isVenue, around }) =>
    !isVenue && (MOVE_AFTER.test(around.after) || MOVE_AFTER_ABROAD.test(around.after)),
};

/** `Kraken users`, `Gemini exchange`. */
const exchangeWordFollows: Rule = {
  name: 'exchange word follows',
  points: 3,
  holds: ({ isVenue, around }) =>
    isVenue && isSpace(around.gapAfter) && EXCHANGE_WORDS.has(around.nextWord.toLowerCase()),
};

/** `listed on Gate`: one trades on, at and via a market. */
const marketPrepositionPrecedes: Rule = {
  name: 'market preposition precedes',
  points: 1,
  holds: ({ isVenue, around }) =>
    isVenue && isSpace(around.gapBefore) && MARKET_PREPOSITIONS.has(around.previousWord.toLowerCase()),
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
