import { findNextToken, findTokenEnd } from './form-text.ts';
import type { FormIndex, Gazetteer } from './gazetteer.ts';
import { charClass, finishHash, hashFolded, SEPARATOR } from './tokenize.ts';

/** A place in a block whose text is a form of the gazetteer. Whether it names its subject is decided later. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly form: FormIndex;
  /** A quote leg is glued to it: `BTC` of `BTCUSDT`. */
  readonly isGluedPair: boolean;
}

const GLUED_QUOTE = /^([A-Z0-9]{2,10}?)(?:USDT|USDC|FDUSD|BUSD|TUSD|PERP|USD|EUR|KRW|BTC|ETH)$/;
const MIN_GLUED = 6;
const MAX_GLUED = 15;

/** The longest form that starts with this token, as its entry and end; the token's own entry when nothing is longer. */
const findLongest = (
  gazetteer: Gazetteer,
  text: string,
  start: number,
  end: number,
  hash: number,
  first: FormIndex,
) => {
  let best = { form: gazetteer.isForm(first) ? first : -1, end };
  let running = hash;
  let at = end;
  for (let left = gazetteer.furtherTokens(first); left > 0; left -= 1) {
    const next = findNextToken(text, at);
    const nextEnd = next === null ? at : findTokenEnd(text, next);
    if (nextEnd === at || nextEnd === next) break;
    running = hashFolded(text, at, nextEnd, running);
    at = nextEnd;
    const form = gazetteer.findForm(finishHash(running), text, start, at);
    if (form >= 0 && gazetteer.isForm(form)) best = { form, end: at };
  }
  return best;
};

const findGlued = (gazetteer: Gazetteer, text: string, start: number, end: number): Candidate | null => {
  if (end - start < MIN_GLUED || end - start > MAX_GLUED) return null;
  const base = GLUED_QUOTE.exec(text.slice(start, end))?.[1];
  if (base === undefined) return null;
  const baseEnd = start + base.length;
  const form = gazetteer.findForm(finishHash(hashFolded(text, start, baseEnd)), text, start, baseEnd);
  return form >= 0 && gazetteer.isForm(form) ? { start, end: baseEnd, form, isGluedPair: true } : null;
};

/**
 * Every form of the gazetteer in one block, longest match first, in order and disjoint. Reads each unit once; cheap
 * enough for a page's every block, and free of any judgement.
 */
export const findCandidates = (gazetteer: Gazetteer, text: string): readonly Candidate[] => {
  const candidates: Candidate[] = [];
  let at = 0;
  while (at < text.length) {
    if (charClass(text.charCodeAt(at)) === SEPARATOR) {
      at += 1;
      continue;
    }
    const end = findTokenEnd(text, at);
    if (end === at) {
      at += 1;
      continue;
    }
    const hash = hashFolded(text, at, end);
    const first = gazetteer.findForm(finishHash(hash), text, at, end);
    const longest = first < 0 ? null : findLongest(gazetteer, text, at, end, hash, first);
    if (longest !== null && longest.form >= 0) {
      candidates.push({ start: at, end: longest.end, form: longest.form, isGluedPair: false });
      at = longest.end;
      continue;
    }
    const glued = findGlued(gazetteer, text, at, end);
    if (glued !== null) candidates.push(glued);
    at = end;
  }
  return candidates;
};
