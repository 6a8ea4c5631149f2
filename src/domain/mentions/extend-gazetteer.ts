import type { CoinId } from '../coins/coin.ts';
import { findNextToken, findTokenEnds } from './form-text.ts';
import type { Entry, FormFacts, Gazetteer } from './gazetteer.ts';
import { addKey, pairKey, startKeyOf } from './start-key.ts';
import { letterCaseOf } from './tiers.ts';
import { foldText } from './tokenize.ts';

/** A coin that was listed after the embedded table was built. */
export interface NewCoin {
  readonly id: CoinId;
  readonly symbol: string;
  readonly name: string;
}

/** More would cost a page more memory than the whole embedded table. */
const MAX_NEW_COINS = 4_000;
const MAX_FORM_LENGTH = 60;
/** Numbers of added forms start past every number in the embedded table. */
const FIRST_ADDED = 1 << 24;

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

const isUsable = (text: string): boolean =>
  text.length >= 2 && text.length <= MAX_FORM_LENGTH && findTokenEnds(text) !== null && !/^\d+$/.test(text);

/**
 * The gazetteer with new coins added. The embedded forms win where both know one; a name of the new coins needs context,
 * a ticker of theirs a sign. Takes at most 4,000 coins, the first ones given.
 */
export const extendGazetteer = (base: Gazetteer, coins: readonly NewCoin[]): Gazetteer => {
  if (coins.length === 0) return base;
  const added: FormFacts[] = [];
  const entries = new Map<string, Entry>();
  const starts = base.starts.slice();
  const pairs = base.pairs.slice();

  const findEntry = (folded: string): Entry | null => entries.get(folded) ?? base.findEntry(folded);

  const addStarts = (text: string, ends: readonly number[]): void => {
    for (const end of ends.slice(0, -1)) {
      const start = text.slice(0, end);
      entries.set(start, { form: findEntry(start)?.form ?? null, continues: true });
    }
    const [first = 0, second] = ends;
    const key = startKeyOf(text.slice(0, first));
    addKey(starts, key);
    const next = findNextToken(text, first);
    if (second !== undefined && next !== null)
      addKey(pairs, pairKey(key, startKeyOf(text.slice(next, second))));
  };

  for (const { text, facts } of coins.slice(0, MAX_NEW_COINS).flatMap(formsOf)) {
    const known = findEntry(text);
    if (!isUsable(text) || (known !== null && known.form !== null)) continue;
    entries.set(text, { form: FIRST_ADDED + added.length, continues: known?.continues ?? false });
    added.push(facts);
    addStarts(text, findTokenEnds(text) ?? []);
  }

  return {
    starts,
    plainStarts: base.plainStarts,
    pairs,
    findEntry,
    needsSignInLowerCase: (form) => form >= FIRST_ADDED || base.needsSignInLowerCase(form),
    facts: (form) => added[form - FIRST_ADDED] ?? base.facts(form),
  };
};
