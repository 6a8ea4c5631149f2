import type { FormFacts } from './gazetteer.ts';
import type { Surroundings } from './surroundings.ts';
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
  /** Its block has no capitals. */
  readonly isUncased: boolean;
  readonly facts: FormFacts;
  readonly around: Surroundings;
  /** A quote leg is glued to it: `BTC` of `BTCUSDT`. */
  readonly isGluedPair: boolean;
  /** It stands with an ending: `Sparks`. */
  readonly isInflected: boolean;
  /** Another form of the same subject stands right beside it. */
  readonly isBesideOwnForm: boolean;
  /** A coin or exchange that is sure stands beside it in a list. */
  readonly isListed: boolean;
  /** An exchange stands a word or two before it. */
  readonly isAfterVenue: boolean;
  /** Its line is short, and names crypto or a coin besides it. */
  readonly isInCryptoLine: boolean;
  readonly cryptoShare: CryptoShare;
  /** The subject was found elsewhere in the document. */
  readonly isFoundElsewhere: boolean;
  /** The subject stands near in the same block by another of its forms. */
  readonly isExplainedNear: boolean;
  /** The document uses this very form with a sign somewhere. */
  readonly isIntroduced: boolean;
  /** The document gives the longer name that it belongs to a ticker of another coin. */
  readonly isForeignName: boolean;
  /** The document itself spells these letters out as something else. */
  readonly isSpeltOutOtherwise: boolean;
}

/** One reason against a reading, in negative points. No reader is told of it. */
export interface Objection {
  readonly points: number;
  readonly holds: (scene: Scene) => boolean;
}

/** One reason for a reading. */
export interface Rule {
  readonly name: string;
  readonly points: number;
  /** The writer's own sign that this is a coin: nothing less makes one of an everyday word in lower case. */
  readonly isSign?: true;
  readonly holds: (scene: Scene) => boolean;
}

/** An everyday word that hardly a reader knows as a coin: `Whale moves 2,000 MKR` is about a whale. */
export const isObscureWord = (facts: FormFacts, surface: string): boolean =>
  facts.prominence === 'minor' && !facts.owner.startsWith('venue:') && isEverydayWord(facts, surface);

/**
 * A single word that English has for something else. `Near Protocol` is two words, and nothing else; names that are safe
 * in any case are rarely anything else.
 */
export const isEverydayWord = (facts: FormFacts, surface: string): boolean =>
  facts.english !== '' &&
  (facts.english === 'word' || facts.nameTier !== 'any-case') &&
  !/[\s.&'-]/.test(surface);
