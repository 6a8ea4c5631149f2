import { findNextToken, findTokenEnd } from './form-text.ts';
import { type FormIndex, type Gazetteer, NO_FORM } from './gazetteer.ts';
import { findStems } from './inflection.ts';
import {
  charClass,
  classes,
  finishHash,
  folds,
  foldText,
  HASH_PRIME,
  HASH_SEED,
  hashFolded,
  IDEOGRAPH,
  INVISIBLE,
  learn,
  SEPARATOR,
  WORD,
} from './tokenize.ts';

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

const GLUED_QUOTE = /^([A-Z0-9]{2,10}?)(?:USDT|USDC|FDUSD|BUSD|TUSD|PERP|USD|EUR|KRW|BTC|ETH)$/;
const MIN_GLUED = 6;
const MAX_GLUED = 15;
const SMALL_A = 'a'.charCodeAt(0);
const SMALL_S = 's'.charCodeAt(0);
const ASCII = 128;

const lookUp = (gazetteer: Gazetteer, folded: string): FormIndex =>
  gazetteer.findForm(finishHash(hashFolded(folded, 0, folded.length)), folded, 0, folded.length);

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

/** The longest form that starts with this token, as its entry and end; the token's own entry when nothing is longer. */
const findLongest = (
  gazetteer: Gazetteer,
  text: string,
  start: number,
  end: number,
  hash: number,
  first: FormIndex,
) => {
  let form = gazetteer.isForm(first) ? first : NO_FORM;
  let formEnd = end;
  let running = hash;
  let at = end;
  for (let reached = first; reached >= 0 && gazetteer.continues(reached); ) {
    const next = findNextToken(text, at);
    const nextEnd = next === null ? at : findTokenEnd(text, next);
    if (nextEnd === (next ?? at)) break;
    running = hashFolded(text, at, nextEnd, running);
    at = nextEnd;
    reached = gazetteer.findForm(finishHash(running), text, start, at);
    if (reached >= 0 && gazetteer.isForm(reached)) {
      form = reached;
      formEnd = at;
    }
  }
  return form < 0 ? null : plain(start, formEnd, form);
};

const findGlued = (gazetteer: Gazetteer, text: string, start: number, end: number): Candidate | null => {
  if (end - start < MIN_GLUED || end - start > MAX_GLUED) return null;
  const base = GLUED_QUOTE.exec(text.slice(start, end))?.[1];
  if (base === undefined) return null;
  const form = lookUp(gazetteer, foldText(base));
  if (form < 0 || !gazetteer.isForm(form)) return null;
  return { start, end: start + base.length, form, isGluedPair: true, isInflected: false };
};

const findInflected = (gazetteer: Gazetteer, text: string, start: number, end: number): Candidate | null => {
  const word = text.slice(start, end);
  for (const stem of findStems(word)) {
    const form = lookUp(gazetteer, foldText(word.slice(stem.from, stem.to) + stem.restored));
    if (form < 0 || !gazetteer.isForm(form)) continue;
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

/** A token as the inner loop leaves it. */
interface Token {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
  /** Without its last unit, for plurals. */
  readonly hashBeforeLast: number;
  readonly last: number;
  readonly isAscii: boolean;
  readonly hasSmallLetter: boolean;
  readonly hasCapital: boolean;
}

const findPlural = (gazetteer: Gazetteer, text: string, token: Token): Candidate | null => {
  if (token.last !== SMALL_S) return null;
  const form = gazetteer.findForm(finishHash(token.hashBeforeLast), text, token.start, token.end - 1);
  if (form < 0 || !gazetteer.isForm(form)) return null;
  return { ...plain(token.start, token.end, form), isInflected: true };
};

const findAtToken = (
  gazetteer: Gazetteer,
  text: string,
  token: Token,
  first: FormIndex,
): Candidate | null => {
  const longest = first < 0 ? null : findLongest(gazetteer, text, token.start, token.end, token.hash, first);
  if (longest !== null) return longest;
  const plural = findPlural(gazetteer, text, token);
  if (plural !== null) return plural;
  if (!token.isAscii) return findInflected(gazetteer, text, token.start, token.end);
  return token.hasSmallLetter ? null : findGlued(gazetteer, text, token.start, token.end);
};

const UNKNOWN = 0;
const SEPARATOR_PLACE = SEPARATOR + 1;
const IDEOGRAPH_PLACE = IDEOGRAPH + 1;
const INVISIBLE_PLACE = INVISIBLE + 1;

const placeOf = (code: number): number => {
  if (classes[code] === UNKNOWN) learn(code);
  return classes[code] ?? SEPARATOR_PLACE;
};

/**
 * Every form of the gazetteer in one block, longest match first, in order and disjoint. Reads each unit once; cheap
 * enough for a page's every block, and free of any judgement.
 */
export const findCandidates = (gazetteer: Gazetteer, text: string): readonly Candidate[] => {
  const candidates: Candidate[] = [];
  const { length } = text;
  let at = 0;
  while (at < length) {
    let code = text.charCodeAt(at);
    const place = classes[code] || placeOf(code);
    if (place === SEPARATOR_PLACE || place === INVISIBLE_PLACE) {
      at += 1;
      continue;
    }
    const start = at;
    let hash = HASH_SEED;
    let hashBeforeLast = hash;
    let folded = 0;
    let highest = 0;
    let hasSmallLetter = false;
    let hasCapital = false;
    let next = place;
    do {
      if (next !== INVISIBLE_PLACE) {
        folded = folds[code] ?? code;
        hashBeforeLast = hash;
        hash = Math.imul(hash ^ folded, HASH_PRIME);
        highest |= code;
        if (folded !== code) hasCapital = true;
        else if (folded >= SMALL_A) hasSmallLetter = true;
      }
      at += 1;
      if (at >= length) break;
      code = text.charCodeAt(at);
      next = classes[code] || placeOf(code);
    } while ((next === place && place !== IDEOGRAPH_PLACE) || next === INVISIBLE_PLACE);

    const first = gazetteer.findForm(finishHash(hash), text, start, at);
    if (first < 0 && hasSmallLetter && folded !== SMALL_S && highest < ASCII) continue;
    const isAscii = highest < ASCII;
    const token = { start, end: at, hash, hashBeforeLast, last: folded, isAscii, hasSmallLetter, hasCapital };
    const candidate = findAtToken(gazetteer, text, token, first);
    if (candidate === null) continue;
    at = Math.max(at, candidate.end);
    const isEverydayWord = !hasCapital && gazetteer.needsSignInLowerCase(candidate.form);
    if (!isEverydayWord || isBesideSign(text, start, candidate.end)) candidates.push(candidate);
  }
  return candidates;
};
