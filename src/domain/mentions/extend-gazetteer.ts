import type { CoinId } from '../coins/coin.ts';
import { findTokenEnds } from './form-text.ts';
import { type FormFacts, type FormIndex, type Gazetteer, NO_FORM } from './gazetteer.ts';
import { letterCaseOf } from './tiers.ts';
import { finishHash, foldText, hashFolded } from './tokenize.ts';

/** A coin that was listed after the embedded table was built. */
export interface NewCoin {
  readonly id: CoinId;
  readonly symbol: string;
  readonly name: string;
}

/** More would cost a page more memory than the whole embedded table. */
const MAX_NEW_COINS = 4_000;
const MAX_FORM_LENGTH = 60;
/** Numbers of added forms start past every place in the embedded text. */
const FIRST_ADDED = 1 << 24;

interface AddedForm {
  readonly text: string;
  /** Null for the start of a longer form that is no form by itself. */
  readonly facts: FormFacts | null;
  continues: boolean;
}

/** Nothing is known of a new coin's words, so they count as everyday words and ask for evidence. */
const addedFacts = (
  coin: NewCoin,
  written: string,
  tiers: Pick<FormFacts, 'nameTier' | 'tickerTier'>,
): FormFacts => ({
  owner: coin.id,
  ...tiers,
  ownCase: letterCaseOf(written),
  english: 'word',
  rivals: [],
  prominence: 'minor',
});

const formsOf = (coin: NewCoin): readonly { readonly text: string; readonly facts: FormFacts }[] => [
  {
    text: foldText(coin.name),
    facts: addedFacts(coin, coin.name, { nameTier: 'exact-case+context', tickerTier: '' }),
  },
  {
    text: foldText(coin.symbol),
    facts: addedFacts(coin, coin.symbol, { nameTier: '', tickerTier: 'cashtag' }),
  },
];

const hashOf = (text: string): number => finishHash(hashFolded(text, 0, text.length));

const findInBase = (base: Gazetteer, text: string): FormIndex =>
  base.findForm(hashOf(text), text, 0, text.length);

const isUsable = (text: string): boolean =>
  text.length >= 2 && text.length <= MAX_FORM_LENGTH && findTokenEnds(text) !== null && !/^\d+$/.test(text);

/**
 * The gazetteer with new coins added. The embedded forms win where both know one; a name of the new coins needs context,
 * a ticker of theirs a sign. Takes at most 4,000 coins, the first ones given.
 */
export const extendGazetteer = (base: Gazetteer, coins: readonly NewCoin[]): Gazetteer => {
  if (coins.length === 0) return base;
  const added: AddedForm[] = [];
  const byHash = new Map<number, number>();
  const continuedInBase = new Set<FormIndex>();

  const findAdded = (hash: number, text: string): number => {
    const at = byHash.get(hash);
    return at !== undefined && added[at]?.text === text ? at : NO_FORM;
  };

  const add = (text: string, facts: FormFacts | null, continues: boolean): void => {
    const hash = hashOf(text);
    const at = findAdded(hash, text);
    const known = added[at];
    if (known !== undefined) {
      added[at] = { text, facts: known.facts ?? facts, continues: known.continues || continues };
    } else if (!byHash.has(hash)) {
      byHash.set(hash, added.length);
      added.push({ text, facts, continues });
    }
  };

  const addStarts = (text: string): void => {
    for (const end of (findTokenEnds(text) ?? []).slice(0, -1)) {
      const start = text.slice(0, end);
      const inBase = findInBase(base, start);
      if (inBase === NO_FORM) add(start, null, true);
      else continuedInBase.add(inBase);
    }
  };

  for (const { text, facts } of coins.slice(0, MAX_NEW_COINS).flatMap(formsOf)) {
    const inBase = findInBase(base, text);
    if (!isUsable(text) || (inBase !== NO_FORM && base.isForm(inBase))) continue;
    add(text, facts, false);
    addStarts(text);
  }

  return {
    findForm: (hash, text, start, end) => {
      const inBase = base.findForm(hash, text, start, end);
      if (inBase !== NO_FORM && base.isForm(inBase)) return inBase;
      if (!byHash.has(hash)) return inBase;
      const at = findAdded(hash, foldText(text.slice(start, end)));
      return at === NO_FORM ? inBase : FIRST_ADDED + at;
    },
    isForm: (form) => (form < FIRST_ADDED ? base.isForm(form) : added[form - FIRST_ADDED]?.facts != null),
    needsSignInLowerCase: (form) => form >= FIRST_ADDED || base.needsSignInLowerCase(form),
    continues: (form) =>
      form < FIRST_ADDED
        ? base.continues(form) || continuedInBase.has(form)
        : (added[form - FIRST_ADDED]?.continues ?? false),
    facts: (form) => (form < FIRST_ADDED ? undefined : added[form - FIRST_ADDED]?.facts) ?? base.facts(form),
  };
};
