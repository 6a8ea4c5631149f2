import { type Candidate, plainCandidate } from './candidate.ts';
import { findNextToken, findTokenEnd } from './form-text.ts';
import type { FormIndex, Gazetteer } from './gazetteer.ts';
import { findStems } from './inflection.ts';
import { hasKey, pairKey, startKeyOf } from './start-key.ts';
import { charClass, foldText, WORD } from './tokenize.ts';

/** Shortest first: `BNBUSD` is BNB in dollars, not BN in BUSD. */
const GLUED_QUOTES = ['USD', 'EUR', 'KRW', 'BTC', 'ETH', 'USDT', 'USDC', 'BUSD', 'TUSD', 'PERP', 'FDUSD'];
const CAPITALS = /^[A-Z0-9]+$/;
const MIN_GLUED = 6;
const MAX_GLUED = 15;
/** No form is longer, so neither is a token worth looking up. */
export const LONGEST_FORM = 80;

/** The form that a folded text is; null when it is none. */
export const findForm = (gazetteer: Gazetteer, folded: string): FormIndex | null =>
  gazetteer.findEntry(folded)?.form ?? null;

/** The longest form that starts with the token text[start, end), which is `folded`; null where none does. */
export const findLongest = (
  gazetteer: Gazetteer,
  text: string,
  start: number,
  end: number,
  folded: string,
): Candidate | null => {
  let entry = gazetteer.findEntry(folded);
  let form: FormIndex | null = null;
  let formEnd = end;
  let at = end;
  while (entry !== null) {
    if (entry.form !== null) {
      form = entry.form;
      formEnd = at;
    }
    if (!entry.continues) break;
    const next = findNextToken(text, at);
    const nextEnd = next === null ? at : findTokenEnd(text, next);
    if (next === null || nextEnd === next || nextEnd - start > LONGEST_FORM) break;
    const second = foldText(text.slice(next, nextEnd));
    if (at === end && !hasKey(gazetteer.pairs, pairKey(startKeyOf(folded), startKeyOf(second)))) break;
    at = nextEnd;
    entry = gazetteer.findEntry(foldText(text.slice(start, at)));
  }
  return form === null ? null : plainCandidate(start, formEnd, form);
};

/** The base of a pair that is written as one word, as `BTC` in `BTCUSDT`. */
export const findGlued = (
  gazetteer: Gazetteer,
  text: string,
  start: number,
  end: number,
): Candidate | null => {
  if (end - start < MIN_GLUED || end - start > MAX_GLUED) return null;
  const pair = text.slice(start, end);
  if (!CAPITALS.test(pair)) return null;
  for (const quote of GLUED_QUOTES) {
    const base = pair.slice(0, -quote.length);
    if (base.length < 2 || !pair.endsWith(quote)) continue;
    const form = findForm(gazetteer, foldText(base));
    if (form === null) continue;
    return { start, end: start + base.length, form, isGluedPair: true, isInflected: false };
  }
  return null;
};

/** The form that stands in the word text[start, end) with an ending, an article or another noun written on to it. */
export const findInflected = (
  gazetteer: Gazetteer,
  text: string,
  start: number,
  end: number,
): Candidate | null => {
  const word = text.slice(start, end);
  for (const stem of findStems(word)) {
    const form = findForm(gazetteer, foldText(word.slice(stem.from, stem.to) + stem.restored));
    if (form === null) continue;
    const isFused = stem.restored === '' && charClass(word.charCodeAt(0)) !== WORD;
    return {
      start: start + stem.from,
      end: isFused ? start + stem.to : end,
      form,
      isGluedPair: false,
      isInflected: true,
    };
  }
  return null;
};
