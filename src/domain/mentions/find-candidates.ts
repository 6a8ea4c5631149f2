import { findNextToken, findTokenEnd } from './form-text.ts';
import type { FormIndex, Gazetteer } from './gazetteer.ts';
import { findStems } from './inflection.ts';
import {
  addToHash,
  charClass,
  finishHash,
  foldChar,
  foldText,
  HASH_SEED,
  hashFolded,
  IDEOGRAPH,
  INVISIBLE,
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

/** The longest form that starts with this token, as its entry and end; the token's own entry when nothing is longer. */
const findLongest = (
  gazetteer: Gazetteer,
  text: string,
  start: number,
  end: number,
  hash: number,
  first: FormIndex,
) => {
  let form = gazetteer.isForm(first) ? first : -1;
  let formEnd = end;
  let running = hash;
  let at = end;
  for (let left = gazetteer.furtherTokens(first); left > 0; left -= 1) {
    const next = findNextToken(text, at);
    if (next === null) break;
    const nextEnd = findTokenEnd(text, next);
    if (nextEnd === next) break;
    running = hashFolded(text, at, nextEnd, running);
    at = nextEnd;
    const found = gazetteer.findForm(finishHash(running), text, start, at);
    if (found >= 0 && gazetteer.isForm(found)) {
      form = found;
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
    const kind = charClass(code);
    if (kind === SEPARATOR || kind === INVISIBLE) {
      at += 1;
      continue;
    }
    const start = at;
    let hash = HASH_SEED;
    let hashBeforeLast = hash;
    let folded = 0;
    let highest = 0;
    let hasSmallLetter = false;
    for (;;) {
      folded = foldChar(code);
      hashBeforeLast = hash;
      hash = addToHash(hash, folded);
      highest |= code;
      if (folded === code && folded >= SMALL_A) hasSmallLetter = true;
      at += 1;
      if (kind === IDEOGRAPH || at >= length) break;
      code = text.charCodeAt(at);
      let next = charClass(code);
      while (next === INVISIBLE && at + 1 < length) {
        at += 1;
        code = text.charCodeAt(at);
        next = charClass(code);
      }
      if (next !== kind) break;
    }
    const first = gazetteer.findForm(finishHash(hash), text, start, at);
    let candidate = first < 0 ? null : findLongest(gazetteer, text, start, at, hash, first);
    if (candidate === null && folded === SMALL_S) {
      const plural = gazetteer.findForm(finishHash(hashBeforeLast), text, start, at - 1);
      if (plural >= 0 && gazetteer.isForm(plural))
        candidate = { ...plain(start, at, plural), isInflected: true };
    }
    if (candidate === null && highest >= ASCII) candidate = findInflected(gazetteer, text, start, at);
    if (candidate === null && highest < ASCII && !hasSmallLetter)
      candidate = findGlued(gazetteer, text, start, at);
    if (candidate === null) continue;
    candidates.push(candidate);
    at = Math.max(at, candidate.end);
  }
  return candidates;
};
