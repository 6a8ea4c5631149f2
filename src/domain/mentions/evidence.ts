import type { FormFacts } from './gazetteer.ts';
import type { SubjectId } from './mention.ts';
import type { Surroundings } from './surroundings.ts';
import { isShouted, isTitleCased, startsSentence } from './surroundings.ts';
import type { LetterCase } from './tiers.ts';

/** One way to read a candidate: as its subject's name or as its ticker. */
export type Role = 'name' | 'ticker';

/** All that a rule of evidence may look at. */
export interface Scene {
  readonly role: Role;
  readonly subject: SubjectId;
  readonly surface: string;
  readonly letterCase: LetterCase;
  readonly facts: FormFacts;
  readonly around: Surroundings;
  /** `USDT` of `BTCUSDT` follows without a gap. */
  readonly isGluedPair: boolean;
  /** A form of the same subject in the other role stands right beside it. */
  readonly isBesideOwnOtherForm: boolean;
  /** Another accepted or acceptable coin is listed right beside it. */
  readonly isInCoinList: boolean;
  /** 0: the text is not about crypto, 1: it touches it, 2: it is about it. */
  readonly cryptoText: 0 | 1 | 2;
  /** The subject was found elsewhere in the document by a form that needs no help. */
  readonly isFoundElsewhere: boolean;
}

/** One reason for or against a reading. `points` are added to the reading's balance where it holds. */
export interface Rule {
  readonly name: string;
  readonly points: number;
  /** The writer's own sign that this is a coin: it alone can make a coin of an everyday word. */
  readonly isSign?: true;
  readonly holds: (scene: Scene) => boolean;
}

const COIN_NOUNS =
  /^(tokens?|coins?|prices?|holders?|hodlers?|staking|etfs?|etps?|futures|perps?|perpetuals?|blockchain|network|protocol|mainnet|testnet|airdrop|treasury|whales?|ecosystem|ledger|wallets?|dao|dapps?|validators?|stakers?|memecoin|altcoin|stablecoin|usdt?|bulls?|bears?|longs?|shorts?|options|spot|markets?|trading|traders?|investors?)$/i;
const TRADE_VERBS =
  /^(buy|buys|buying|bought|sell|sells|selling|sold|long|longs|longing|short|shorts|shorting|stake|stakes|staked|staking|bridge|bridged|swap|swapped|hold|holds|holding|hodl|wrapped|mint|minted|acquire|acquired|accumulate|accumulated|spot|altcoin|memecoin|token|coin|cryptocurrency)$/i;
const QUOTE_LEG =
  /^\s?[/\-–_]\s?(usdt?|usdc|busd|fdusd|eur|euro|gbp|jpy|krw|try|btc|xbt|eth|bnb|dai|perp|bitcoin)\b/i;
const AMOUNT_BEFORE = /(^|[\s(~≈])[\d][\d.,]*\s?(k|m|b|bn|mn|thousand|million|billion|trillion)?\s$/i;
const MOVE_AFTER =
  /^\s*(\(|is |was |has |also )?\s*(up|down|rose|fell|gained|lost|jumped|surged|dropped|slid|slipped|climbed|soared|rallied|tumbled|plunged|advanced|added|traded|trading|trades|changed hands|hit|sank|spiked|dipped|[+-]?\d+(\.\d+)?\s?%|[-–]\s?\$\d)/i;

const holdsCashtag: Rule = {
  name: 'cashtag',
  points: 6,
  isSign: true,
  holds: ({ around }) => /[$]$/.test(around.before),
};
const holdsPair: Rule = {
  name: 'trading pair',
  points: 6,
  isSign: true,
  holds: ({ role, isGluedPair, around }) =>
    role === 'ticker' && (isGluedPair || QUOTE_LEG.test(around.after)),
};
const nameWithTicker: Rule = {
  name: 'name with ticker',
  points: 6,
  isSign: true,
  holds: (scene) => scene.isBesideOwnOtherForm,
};
const coinNounFollows: Rule = {
  name: 'coin word follows',
  points: 3,
  holds: ({ around }) => /^\s+$/.test(around.gapAfter) && COIN_NOUNS.test(around.nextWord),
};
const tradeVerbPrecedes: Rule = {
  name: 'trading word precedes',
  points: 2,
  holds: ({ around }) => /^\s+$/.test(around.gapBefore) && TRADE_VERBS.test(around.previousWord),
};
const amountPrecedes: Rule = {
  name: 'amount precedes',
  points: 3,
  holds: ({ role, around }) => role === 'ticker' && AMOUNT_BEFORE.test(around.before),
};
const marketMoveFollows: Rule = {
  name: 'price move follows',
  points: 2,
  holds: ({ around }) => MOVE_AFTER.test(around.after),
};
const inCoinList: Rule = { name: 'listed with coins', points: 3, holds: (scene) => scene.isInCoinList };
const foundElsewhere: Rule = { name: 'found elsewhere', points: 3, holds: (scene) => scene.isFoundElsewhere };
const cryptoTouched: Rule = { name: 'crypto text', points: 1, holds: (scene) => scene.cryptoText > 0 };
const cryptoSubject: Rule = { name: 'text about crypto', points: 1, holds: (scene) => scene.cryptoText > 1 };
const largeCoin: Rule = { name: 'large coin', points: 1, holds: ({ facts }) => facts.place < 150 };

const headlineCase: Rule = {
  name: 'headline case',
  points: -2,
  holds: ({ letterCase, around, facts }) =>
    facts.english !== '' &&
    ((letterCase === 'title' && isTitleCased(around)) || (letterCase === 'upper' && isShouted(around))),
};
const sentenceStart: Rule = {
  name: 'sentence start',
  points: -2,
  holds: ({ role, letterCase, facts, around }) =>
    role === 'name' && facts.english !== '' && letterCase === 'title' && startsSentence(around),
};
const insideProperName: Rule = {
  name: 'inside a proper name',
  points: -4,
  holds: ({ role, facts, letterCase, around }) =>
    role === 'name' &&
    facts.english !== '' &&
    letterCase === 'title' &&
    !isTitleCased(around) &&
    ((/^\s$/.test(around.gapAfter) &&
      /^\p{Lu}\p{Ll}/u.test(around.nextWord) &&
      !COIN_NOUNS.test(around.nextWord)) ||
      (/^\s$/.test(around.gapBefore) &&
        /^\p{Lu}\p{Ll}/u.test(around.previousWord) &&
        !startsSentence(around))),
};

/** Every rule, strongest first: the order in which a mention names its reasons. */
export const RULES: readonly Rule[] = [
  holdsCashtag,
  holdsPair,
  nameWithTicker,
  coinNounFollows,
  amountPrecedes,
  inCoinList,
  foundElsewhere,
  tradeVerbPrecedes,
  marketMoveFollows,
  cryptoSubject,
  cryptoTouched,
  largeCoin,
  headlineCase,
  sentenceStart,
  insideProperName,
];
