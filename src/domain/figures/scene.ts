import type { StatedFigure } from './figure.ts';
import type { CoinGroup, VenuePlace } from './group-mentions.ts';
import type { Reading } from './reading.ts';
import { countIn, type Span } from './span.ts';

/** All that links are judged by. */
export interface Scene {
  readonly reading: Reading;
  readonly figures: readonly StatedFigure[];
  readonly groups: readonly CoinGroup[];
  readonly venues: readonly VenuePlace[];
}

/** A clause ends somewhere in text[from, to). */
export const hasBreak = ({ reading }: Scene, from: number, to: number): boolean =>
  countIn(reading.breaks, from, to) > 0;

/** What may stand between two things that are said in one breath: `4.5% and 5.1%`. */
const CONNECTIVE =
  /^[\s,、，/]*(?:(?:and|or|y|e|et|und|и|ve|和|と|및|과|와)[\s,]*)?(?:(?:a|an|un|uno|una|um|uma|le|la|los|os|les|de|einen|на|about|around|roughly)\s+)*$/iu;
const MAX_GAP = 24;

export const areCoordinated = (text: string, left: Span, right: Span): boolean =>
  right.start - left.end <= MAX_GAP && CONNECTIVE.test(text.slice(left.end, right.start));

/** Figures of one kind that are said in one breath, and so share their subject or have one each. */
export const findRuns = ({ reading }: Scene, figures: readonly StatedFigure[]): StatedFigure[][] => {
  const runs: StatedFigure[][] = [];
  for (const figure of figures) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && last.kind === figure.kind && areCoordinated(reading.text, last, figure))
      runs.at(-1)?.push(figure);
    else runs.push([figure]);
  }
  return runs;
};
