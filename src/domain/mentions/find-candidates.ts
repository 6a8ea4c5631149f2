import { findNextToken, findTokenEnd } from './form-text.ts';
import { type FormIndex, type Gazetteer, NO_FORM } from './gazetteer.ts';
import { findStems } from './inflection.ts';
import {
  charClass,
  finishHash,
  foldChar,
  foldText,
  HASH_PRIME,
  HASH_SEED,
  hashFolded,
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

/** Shortest first: `BNBUSD` is BNB in dollars, not BN in BUSD. */
const GLUED_QUOTES = ['USD', 'EUR', 'KRW', 'BTC', 'ETH', 'USDT', 'USDC', 'BUSD', 'TUSD', 'PERP', 'FDUSD'];
const CAPITALS = /^[A-Z0-9]+$/;
const MIN_GLUED = 6;
const MAX_GLUED = 15;
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
  const pair = text.slice(start, end);
  if (!CAPITALS.test(pair)) return null;
  for (const quote of GLUED_QUOTES) {
    const base = pair.slice(0, -quote.length);
    if (base.length < 2 || !pair.endsWith(quote)) continue;
    const form = lookUp(gazetteer, foldText(base));
    if (form < 0 || !gazetteer.isForm(form)) continue;
    return { start, end: start + base.length, form, isGluedPair: true, isInflected: false };
  }
  return null;
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

const findPlural = (gazetteer: Gazetteer, text: string, start: number, end: number): Candidate | null => {
  if (foldChar(text.charCodeAt(end - 1)) !== SMALL_S) return null;
  const form = gazetteer.findForm(finishHash(hashFolded(text, start, end - 1)), text, start, end - 1);
  return form >= 0 && gazetteer.isForm(form) ? { ...plain(start, end, form), isInflected: true } : null;
};

/** Folded ASCII letters and digits by code; 0 for all else. As long as there are codes, so that no look-up is outside. */
const asciiWord = new Uint8Array(0x10000);
for (let code = 0; code < ASCII; code += 1) asciiWord[code] = charClass(code) === WORD ? foldChar(code) : 0;

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
    let hash = HASH_SEED;
    let code = 0;
    let changed = 0;
    for (; at < length; at += 1) {
      code = text.charCodeAt(at);
      const folded = asciiWord[code] ?? 0;
      if (folded === 0) break;
      hash = Math.imul(hash ^ folded, HASH_PRIME);
      changed |= folded ^ code;
    }
    const isAscii = at === length || code < ASCII;
    if (isAscii && at === start) {
      at += 1;
      continue;
    }
    if (!isAscii) {
      at = findTokenEnd(text, start);
      if (at === start) {
        at += 1;
        continue;
      }
      hash = hashFolded(text, start, at);
    }
    const first = gazetteer.findForm(finishHash(hash), text, start, at);
    const hasCapital = changed !== 0 || !isAscii;
    if (first < 0 && !hasCapital && text.charCodeAt(at - 1) !== SMALL_S) continue;
    // Each later way costs more than the one before and is tried only on tokens that it could be meant for.
    const candidate =
      (first >= 0 ? findLongest(gazetteer, text, start, at, hash, first) : null) ??
      findPlural(gazetteer, text, start, at) ??
      (isAscii
        ? hasCapital && findGlued(gazetteer, text, start, at)
        : findInflected(gazetteer, text, start, at));
    if (!candidate) continue;
    at = Math.max(at, candidate.end);
    const isEverydayWord = !hasCapital && gazetteer.needsSignInLowerCase(candidate.form);
    if (!isEverydayWord || isBesideSign(text, start, candidate.end)) candidates.push(candidate);
  }
  return candidates;
};
