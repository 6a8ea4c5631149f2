import { findNearest, SIDES } from './classify.ts';
import type { StatedFigure } from './figure.ts';
import { findStarts } from './find-windows.ts';
import type { Reading } from './reading.ts';
import { rememberPattern } from './remember-pattern.ts';
import { type Span, startingIn } from './span.ts';
import { toWordPattern } from './word-pattern.ts';

/** How far apart the superlative and the start of a claim such as `largest such event since October` may stand. */
const CLAIM_REACH = 60;

const readClaims = (reading: Reading, sentence: Span): StatedFigure[] => {
  const { lexicon } = reading.language;
  const text = reading.text.slice(sentence.start, sentence.end);
  const pattern = rememberPattern(lexicon, 'superlatives', () =>
    toWordPattern(lexicon.superlatives, lexicon.unspaced === true),
  );
  const superlatives = [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  return findStarts(text, lexicon).flatMap((begin) => {
    const before = startingIn(superlatives, begin.start - CLAIM_REACH, begin.start)[0];
    const after = startingIn(superlatives, begin.end, begin.end + CLAIM_REACH)[0];
    const superlative = before ?? after;
    if (superlative === undefined) return [];
    const claim = {
      start: sentence.start + Math.min(superlative.start, begin.start),
      end: sentence.start + Math.max(superlative.end, begin.end),
    };
    const nearest = reading.isAboutLiquidations ? findNearest(reading, sentence, claim, SIDES) : null;
    const side = nearest?.cue.kind;
    return [
      {
        ...claim,
        kind: 'since',
        value: null,
        currency: null,
        approx: null,
        window: begin.window,
        side: side === 'long' || side === 'short' ? side : null,
      },
    ];
  });
};

/** Two superlatives before one date are one claim. */
const dropOverlaps = (claims: readonly StatedFigure[]): StatedFigure[] => {
  let reached = -1;
  return claims.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
};

/** The claims of a sentence such as `largest such event since October`: a superlative and a start, no number. */
export const findClaims = (reading: Reading, sentence: Span): StatedFigure[] =>
  dropOverlaps(readClaims(reading, sentence));
