import { type Candidate, plainCandidate } from './candidate.ts';
import { findTokenEnd } from './form-text.ts';
import { findForm, findGlued, findInflected, findLongest, LONGEST_FORM } from './forms-at-token.ts';
import type { Gazetteer } from './gazetteer.ts';
import { hasKey, pairKey, startKey, startKeyOf } from './start-key.ts';
import { charClass, foldChar, foldText, WORD } from './tokenize.ts';
import { isUncased } from './uncased.ts';

const ASCII = 128;
const SPACE = 32;
const SMALL_S = 's'.charCodeAt(0);
/** The bit that every small ASCII letter and digit has and no capital. */
const SMALL_BIT = 0x20;

/** Folded ASCII letters and digits by code; 0 for all else. As long as there are codes, so that no look-up is outside. */
const asciiWord = new Uint8Array(0x10000);
for (let code = 0; code < ASCII; code += 1) asciiWord[code] = charClass(code) === WORD ? foldChar(code) : 0;

/** The key of the ASCII token text[start, end). Written without calls: it runs for every word, before anything is compiled. */
const keyOf = (text: string, start: number, end: number): number => {
  const size = end - start;
  const first = asciiWord[text.charCodeAt(start)] ?? 0;
  if (size === 1) return startKey(first, 0, 0, first, 1);
  return startKey(
    first,
    asciiWord[text.charCodeAt(start + 1)] ?? 0,
    asciiWord[text.charCodeAt(end - 2)] ?? 0,
    asciiWord[text.charCodeAt(end - 1)] ?? 0,
    size,
  );
};

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** Bits of the signs that could make a coin of an everyday word, before it and after it, by code; 0 for all else. */
const OPENS = 1;
const FOLLOWS = 2;
const signs = new Uint8Array(ASCII);
for (const char of '([$') signs[char.charCodeAt(0)] = OPENS;
for (const char of '([/_-') signs[char.charCodeAt(0)] = (signs[char.charCodeAt(0)] ?? 0) | FOLLOWS;

/** Whether such a sign may stand beside it: a cashtag, a bracket, a pair's bar. */
const isBesideSign = (text: string, start: number, end: number): boolean => {
  if (start > 0 && ((signs[text.charCodeAt(start - 1)] ?? 0) & OPENS) !== 0) return true;
  if (end >= text.length) return false;
  const after = text.charCodeAt(end);
  const next = after === SPACE && end + 1 < text.length ? text.charCodeAt(end + 1) : after;
  return ((signs[next] ?? 0) & FOLLOWS) !== 0;
};

/** A form at the ASCII token text[start, end), whose key is known to start one. */
const findAtAsciiStart = (
  gazetteer: Gazetteer,
  text: string,
  start: number,
  end: number,
  isSmall: boolean,
): Candidate | null => {
  const found = findLongest(gazetteer, text, start, end, text.slice(start, end).toLowerCase());
  if (found === null || !isSmall || !gazetteer.needsSignInLowerCase(found.form)) return found;
  return isBesideSign(text, found.start, found.end) ? found : null;
};

/** A form whose plural the ASCII token text[start, end) is. */
const findPlural = (
  gazetteer: Gazetteer,
  text: string,
  start: number,
  end: number,
  isSmall: boolean,
): Candidate | null => {
  const key = keyOf(text, start, end - 1);
  if (!hasKey(isSmall ? gazetteer.plainStarts : gazetteer.starts, key)) return null;
  const form = findForm(gazetteer, text.slice(start, end - 1).toLowerCase());
  if (form === null || (isSmall && gazetteer.needsSignInLowerCase(form))) return null;
  return { ...plainCandidate(start, end, form), isInflected: true };
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
    : { ...plainCandidate(start, end, form), isInflected: true };
};

/**
 * Every form of the gazetteer in one block, longest match first, in order and disjoint. Reads each unit once; cheap
 * enough for a page's every block, and free of any judgement. Most words of a text are names of some small coin, which
 * only a capital or a sign could make them mean, or start a longer name, which only the next word could: what stands
 * here before a look-up rules those out by bits.
 */
export const findCandidates = (gazetteer: Gazetteer, text: string): readonly Candidate[] => {
  const isCased = !isUncased(text);
  const candidates: Candidate[] = [];
  const { starts, plainStarts, pairs } = gazetteer;
  const { length } = text;
  /** The last token in small letters, when a longer form may start with it and nothing has been found at it. */
  let openStart = -1;
  let openEnd = 0;
  let openKey = 0;
  let at = 0;
  while (at < length) {
    const start = at;
    let code = 0;
    let common = SMALL_BIT;
    for (; at < length; at += 1) {
      code = text.charCodeAt(at);
      if (asciiWord[code] === 0) break;
      common &= code;
    }
    const isAscii = at === length || code < ASCII;
    if (!isAscii) at = findTokenEnd(text, start);
    if (at === start) {
      at += 1;
      continue;
    }
    const end = at;
    if (end - start > LONGEST_FORM) {
      openStart = -1;
      continue;
    }
    const key = isAscii ? keyOf(text, start, end) : startKeyOf(foldText(text.slice(start, end)));
    if (openStart >= 0 && hasKey(pairs, pairKey(openKey, key))) {
      const longer = findAtAsciiStart(gazetteer, text, openStart, openEnd, true);
      if (longer !== null && longer.end > start) {
        candidates.push(longer);
        at = Math.max(end, longer.end);
        openStart = -1;
        continue;
      }
    }
    openStart = -1;
    let found: Candidate | null = null;
    if (isAscii) {
      const isSmall = common !== 0 && isCased;
      if (hasKey(starts, key)) {
        if (!isSmall || hasKey(plainStarts, key) || isBesideSign(text, start, end))
          found = findAtAsciiStart(gazetteer, text, start, end, isSmall);
        if (found === null && isSmall) {
          openStart = start;
          openEnd = end;
          openKey = key;
        }
      }
      if (found === null && (text.charCodeAt(end - 1) | SMALL_BIT) === SMALL_S && end - start > 1)
        found = findPlural(gazetteer, text, start, end, isSmall);
      if (found === null && isCapital(text.charCodeAt(end - 1)))
        found = findGlued(gazetteer, text, start, end);
    } else {
      found = findPastAscii(gazetteer, text, start, end);
    }
    if (found === null) continue;
    candidates.push(found);
    at = Math.max(end, found.end);
    openStart = -1;
  }
  return candidates;
};
