import { findNextToken, findTokenEnd } from './form-text.ts';
import type { FormIndex, Gazetteer } from './gazetteer.ts';
import { findStems } from './inflection.ts';
import { hasKey, startKey, startKeyOf } from './start-key.ts';
import { charClass, foldChar, foldText, WORD } from './tokenize.ts';

/** A place in a block whose text is a form of the gazetteer. Whether it names its subject is decided later. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly form: FormIndex;
  /** A quote leg is glued to it: `BTC` of `BTCUSDT`. */
  readonly isGluedPair: boolean;
  /** It stands with an ending or an article: `Bitcoins`, биткоина. Tickers do not inflect. */
  readonly isInflected: boolean;
}

/** Shortest first: `BNBUSD` is BNB in dollars, not BN in BUSD. */
const GLUED_QUOTES = ['USD', 'EUR', 'KRW', 'BTC', 'ETH', 'USDT', 'USDC', 'BUSD', 'TUSD', 'PERP', 'FDUSD'];
const CAPITALS = /^[A-Z0-9]+$/;
const MIN_GLUED = 6;
const MAX_GLUED = 15;
const SMALL_S = 's'.charCodeAt(0);
const CAPITAL_S = 'S'.charCodeAt(0);
const ASCII = 128;
/** No form is longer, so neither is a token worth looking up. */
const LONGEST_FORM = 80;

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** The form that a folded text is; null when it is none. */
const findForm = (gazetteer: Gazetteer, folded: string): FormIndex | null =>
  gazetteer.findEntry(folded)?.form ?? null;

const plain = (start: number, end: number, form: FormIndex): Candidate => ({
  start,
  end,
  form,
  isGluedPair: false,
  isInflected: false,
});

const CASHTAG = '$';
const OPENERS = '([$';
const FOLLOWERS = '([/_-';

/** Whether a sign that could make a coin of an everyday word may stand beside it: a cashtag, a bracket, a pair's bar. */
const isBesideSign = (text: string, start: number, end: number): boolean => {
  if (start > 0 && OPENERS.includes(text[start - 1] ?? CASHTAG)) return true;
  const after = text[end] === ' ' ? text[end + 1] : text[end];
  return after !== undefined && FOLLOWERS.includes(after);
};

/** The longest form that starts with this token, which is `folded`; null where none does. */
const findLongest = (
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
    if (nextEnd === (next ?? at) || nextEnd - start > LONGEST_FORM) break;
    at = nextEnd;
    entry = gazetteer.findEntry(foldText(text.slice(start, at)));
  }
  return form === null ? null : plain(start, formEnd, form);
};

const findGlued = (gazetteer: Gazetteer, text: string, start: number, end: number): Candidate | null => {
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

const findInflected = (gazetteer: Gazetteer, text: string, start: number, end: number): Candidate | null => {
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

/** Folded ASCII letters and digits by code; 0 for all else. As long as there are codes, so that no look-up is outside. */
const asciiWord = new Uint8Array(0x10000);
for (let code = 0; code < ASCII; code += 1) asciiWord[code] = charClass(code) === WORD ? foldChar(code) : 0;

/** The folded ASCII letter or digit at a place inside the text; 0 for all else. */
const wordUnit = (text: string, at: number): number => asciiWord[text.charCodeAt(at)] ?? 0;

/** The key of the ASCII token text[start, end). */
const keyOf = (text: string, start: number, end: number): number => {
  const size = end - start;
  const second = size > 1 ? wordUnit(text, start + 1) : 0;
  const secondLast = size > 1 ? wordUnit(text, end - 2) : 0;
  return startKey(wordUnit(text, start), second, secondLast, wordUnit(text, end - 1), size);
};

/**
 * Whether a form may start with text[start, keyEnd), which is the token that ends at `end` or its singular. Most words
 * of a text are names of some small coin, which only a capital or a sign could make them mean: those end here.
 */
const mayMeanForm = (
  gazetteer: Gazetteer,
  text: string,
  start: number,
  keyEnd: number,
  end: number,
): boolean => {
  const key = keyOf(text, start, keyEnd);
  if (!hasKey(gazetteer.starts, key)) return false;
  if (hasKey(gazetteer.plainStarts, key) || isCapital(text.charCodeAt(start))) return true;
  const token = text.slice(start, end);
  return token !== token.toLowerCase() || isBesideSign(text, start, end);
};

const findInAscii = (gazetteer: Gazetteer, text: string, start: number, end: number): Candidate | null => {
  const last = text.charCodeAt(end - 1);
  if (mayMeanForm(gazetteer, text, start, end, end)) {
    const found = findLongest(gazetteer, text, start, end, text.slice(start, end).toLowerCase());
    if (found !== null) return found;
  }
  if (
    (last === SMALL_S || last === CAPITAL_S) &&
    end - start > 1 &&
    mayMeanForm(gazetteer, text, start, end - 1, end)
  ) {
    const form = findForm(gazetteer, text.slice(start, end - 1).toLowerCase());
    if (form !== null) return { ...plain(start, end, form), isInflected: true };
  }
  return isCapital(last) ? findGlued(gazetteer, text, start, end) : null;
};

const findPastAscii = (gazetteer: Gazetteer, text: string, start: number, end: number): Candidate | null => {
  const folded = foldText(text.slice(start, end));
  const found = hasKey(gazetteer.starts, startKeyOf(folded))
    ? findLongest(gazetteer, text, start, end, folded)
    : null;
  if (found !== null) return found;
  const form = folded.endsWith('s') ? findForm(gazetteer, folded.slice(0, -1)) : null;
  return form === null
    ? findInflected(gazetteer, text, start, end)
    : { ...plain(start, end, form), isInflected: true };
};

/** Whether a form that needs a sign in lower case stands in it without one. */
const isEverydayWord = (
  gazetteer: Gazetteer,
  text: string,
  found: Candidate,
  isAscii: boolean,
  end: number,
) =>
  isAscii &&
  gazetteer.needsSignInLowerCase(found.form) &&
  text.slice(found.start, end).toLowerCase() === text.slice(found.start, end) &&
  !isBesideSign(text, found.start, found.end);

/**
 * Every form of the gazetteer in one block, longest match first, in order and disjoint. Reads each unit once; cheap
 * enough for a page's every block, and free of any judgement.
 */
export const findCandidates = (gazetteer: Gazetteer, text: string): readonly Candidate[] => {
  const candidates: Candidate[] = [];
  const { length } = text;
  let at = 0;
  while (at < length) {
    const start = at;
    let code = 0;
    for (; at < length; at += 1) {
      code = text.charCodeAt(at);
      if (asciiWord[code] === 0) break;
    }
    const isAscii = at === length || code < ASCII;
    if (!isAscii) at = findTokenEnd(text, start);
    if (at === start) {
      at += 1;
      continue;
    }
    if (at - start > LONGEST_FORM) continue;
    const found = isAscii
      ? findInAscii(gazetteer, text, start, at)
      : findPastAscii(gazetteer, text, start, at);
    if (found === null) continue;
    if (!isEverydayWord(gazetteer, text, found, isAscii, at)) candidates.push(found);
    at = Math.max(at, found.end);
  }
  return candidates;
};
