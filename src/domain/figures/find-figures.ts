import { type Classified, classify, costOf, findNearest } from './classify.ts';
import type { FigureKind, StatedFigure } from './figure.ts';
import type { Quantity } from './find-quantities.ts';
import { findStarts, findWindows, type Window } from './find-windows.ts';
import type { LanguageCode } from './languages/index.ts';
import { scale } from './read-number.ts';
import { REACH, type Reading, readBlock } from './reading.ts';
import { rememberPattern } from './remember-pattern.ts';
import { type Span, startingIn } from './span.ts';
import { toWordPattern } from './word-pattern.ts';

interface Draft {
  readonly quantity: Quantity;
  readonly classified: Classified;
}

/** What may stand between two figures that are said in one breath: `4.5% and 5.1%`. */
const CONNECTIVE =
  /^[\s,、，/]*(?:(?:and|or|y|e|et|und|и|ve|和|と|및|과|와)[\s,]*)?(?:(?:a|an|un|uno|una|um|uma|le|la|los|os|les|de|einen|на|about|around|roughly)\s+)*$/iu;

export const areCoordinated = (text: string, left: Span, right: Span): boolean =>
  right.start - left.end <= 24 && CONNECTIVE.test(text.slice(left.end, right.start));

const SHARED_KINDS: readonly FigureKind[] = ['price', 'move', 'liquidations', 'open-interest', 'etf-flow'];

/** The second of two coordinated figures means what the first means: its own words say nothing more. */
const shareKinds = (
  reading: Reading,
  quantities: readonly Quantity[],
  own: readonly (Classified | null)[],
) => {
  const kinds: (Classified | null)[] = [];
  for (const [index, quantity] of quantities.entries()) {
    const before = quantities[index - 1];
    const kind = kinds[index - 1];
    const isShared =
      (own[index]?.kind ?? kind?.kind) === kind?.kind &&
      before !== undefined &&
      kind !== null &&
      kind !== undefined &&
      SHARED_KINDS.includes(kind.kind) &&
      before.unit === quantity.unit &&
      areCoordinated(reading.text, before, quantity);
    kinds.push(
      isShared
        ? { kind: kind.kind, sign: quantity.sign === 0 ? kind.sign : quantity.sign }
        : (own[index] ?? null),
    );
  }
  return kinds;
};

const isSum = ({ unit }: Quantity): boolean => unit === 'money' || unit === 'none';

/** A superlative of one order makes the nearest sum that order. */
const findLargestOrders = (reading: Reading, sentence: Span, sums: readonly Quantity[]): Set<Quantity> => {
  const text = reading.text.slice(sentence.start, sentence.end);
  const { lexicon } = reading.language;
  const pattern = rememberPattern(lexicon, 'largest orders', () => lexicon.largestOrder.join('|'));
  const orders = new Set<Quantity>();
  for (const match of text.matchAll(pattern)) {
    const start = sentence.start + match.index;
    const claim = { start, end: start + match[0].length };
    const near = startingIn(sums, claim.start - REACH, claim.end + REACH);
    const nearest = near.sort((a, b) => costOf(reading, claim, a) - costOf(reading, claim, b))[0];
    if (nearest !== undefined) orders.add(nearest);
  }
  return orders;
};

const toValue = ({ low, high }: Quantity, sign: -1 | 1): number | readonly [number, number] => {
  if (low === high) return scale(low, sign);
  return sign === 1 ? [low, high] : [scale(high, -1), scale(low, -1)];
};

const CLAUSE_MARK = /[,;:，、；：(（]/u;

/**
 * The window that a move states: the next one in its clause before the next move, or the last one that no move before
 * it took, or the one at the head of the sentence.
 */
const findMoveWindow = (
  { text }: Reading,
  windows: readonly Window[],
  sentence: Span,
  moves: readonly Span[],
  at: number,
): string | null => {
  const takenBy = (index: number): Window | null => {
    const move = moves[index];
    if (move === undefined) return null;
    const next = startingIn(windows, move.end, moves[index + 1]?.start ?? sentence.end)[0];
    return next === undefined || CLAUSE_MARK.test(text.slice(move.end, next.start)) ? null : next;
  };
  const move = moves[at];
  if (move === undefined) return null;
  const after = takenBy(at);
  if (after !== null) return after.window;
  const taken = takenBy(at - 1);
  const before = startingIn(windows, moves[at - 1]?.end ?? sentence.start, move.start).filter(
    (window) => window !== taken,
  );
  const atHead = startingIn(windows, sentence.start, moves[0]?.start ?? sentence.start);
  return (before.at(-1) ?? atHead.at(-1))?.window ?? null;
};

/** All sums of a sentence that are liquidated share its window; where it names several, the nearest one. */
const findSumWindow = (windows: readonly Window[], sum: Span): string | null => {
  const [only] = windows;
  if (windows.length <= 1) return only?.window ?? null;
  const near = startingIn(windows, sum.start - REACH, sum.end + REACH);
  return (
    near.sort((a, b) => Math.abs(a.start - sum.start) - Math.abs(b.start - sum.start))[0]?.window ?? null
  );
};

const SIDES = ['long', 'short'] as const;

/** A side belongs to the sum that it is nearest to, of those that have no nearer one. */
const findSide = (
  reading: Reading,
  sentence: Span,
  sums: readonly Span[],
  sum: Span,
): 'long' | 'short' | null => {
  const nearest = findNearest(reading, sentence, sum, SIDES);
  if (nearest === null) return null;
  const { cue, cost } = nearest;
  const isTaken = startingIn(sums, cue.start - REACH, cue.end + REACH).some(
    (other) =>
      other !== sum &&
      costOf(reading, cue, other) < cost &&
      findNearest(reading, sentence, other, SIDES)?.cue === cue,
  );
  return isTaken ? null : (cue.kind as 'long' | 'short');
};

const LIST_GAP = 80;

const isWindowed = (kind: FigureKind): boolean => kind === 'liquidations' || kind === 'largest-order';

const toFigures = (
  reading: Reading,
  sentence: Span,
  drafts: readonly Draft[],
  windows: readonly Window[],
): StatedFigure[] => {
  const moves = drafts.filter(({ classified }) => classified.kind === 'move').map(({ quantity }) => quantity);
  const sums = drafts.filter(({ classified }) => isWindowed(classified.kind)).map(({ quantity }) => quantity);
  let moveAt = -1;
  let last: StatedFigure | null = null;
  return drafts.map(({ quantity, classified: { kind, sign } }) => {
    const { start, end, currency, approx } = quantity;
    const isForced = isWindowed(kind);
    if (kind === 'move') moveAt += 1;
    const ownSide = isForced ? findSide(reading, sentence, sums, quantity) : null;
    // `Bybit saw short liquidations at $234 million, followed by Binance with $100 million`: a list goes on.
    const goesOn =
      isForced && last !== null && start - last.end < LIST_GAP && !hasOwnCue(reading, last, quantity);
    const figure: StatedFigure = {
      start,
      end,
      kind,
      value: toValue(quantity, sign),
      currency: currency ?? (isForced ? (last?.currency ?? null) : null),
      approx,
      window: isForced
        ? findSumWindow(windows, quantity)
        : kind === 'move'
          ? findMoveWindow(reading, windows, sentence, moves, moveAt)
          : null,
      side: ownSide ?? (goesOn ? (last?.side ?? null) : null),
    };
    if (isForced) last = figure;
    return figure;
  });
};

/** A word about liquidations between two sums that speaks for the second. */
const hasOwnCue = (reading: Reading, before: Span, quantity: Span): boolean =>
  startingIn(reading.cues, before.end, quantity.start).some(
    (cue) =>
      (cue.kind === 'liquidation' || cue.kind === 'long' || cue.kind === 'short') &&
      costOf(reading, cue, quantity) <= costOf(reading, cue, before),
  );

/** How far apart the superlative and the start of a claim such as `largest such event since October` may stand. */
const CLAIM_REACH = 60;

const findClaims = (reading: Reading, sentence: Span): StatedFigure[] => {
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

const overlaps = (sorted: readonly Span[], span: Span): boolean =>
  startingIn(sorted, span.start - CLAIM_REACH - REACH, span.end).some(({ end }) => end > span.start);

/** Two superlatives before one date are one claim. */
const dropOverlaps = (claims: readonly StatedFigure[]): StatedFigure[] => {
  let reached = -1;
  return claims.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
};

const readSentence = (reading: Reading, sentence: Span): StatedFigure[] => {
  const quantities = startingIn(reading.quantities, sentence.start, sentence.end);
  const claims = dropOverlaps(findClaims(reading, sentence));
  const own = quantities.map((quantity) => classify(reading, sentence, quantity));
  const kinds = shareKinds(reading, quantities, own);
  const orders = findLargestOrders(reading, sentence, quantities.filter(isSum));
  const drafts = quantities.flatMap((quantity, index): Draft[] => {
    const classified = orders.has(quantity)
      ? { kind: 'largest-order' as const, sign: 1 as const }
      : (kinds[index] ?? null);
    return classified === null ? [] : [{ quantity, classified }];
  });
  const shift = ({ start, end, window }: Window): Window => ({
    start: start + sentence.start,
    end: end + sentence.start,
    window,
  });
  const text = reading.text.slice(sentence.start, sentence.end);
  const starts = findStarts(text, reading.language.lexicon)
    .map(shift)
    .filter((start) => !overlaps(claims, start));
  const windows = [...findWindows(text, reading.language.lexicon).map(shift), ...starts].sort(
    (a, b) => a.start - b.start,
  );
  const figures = drafts.length === 0 ? [] : toFigures(reading, sentence, drafts, windows);
  const free = claims.filter((claim) => !overlaps(figures, claim));
  return [...figures, ...free].sort((a, b) => a.start - b.start);
};

/** The figures of a block that was read already. */
export const findFiguresIn = (reading: Reading): StatedFigure[] =>
  reading.sentences.flatMap((sentence) => readSentence(reading, sentence));

/**
 * Finds the figures that a block of text states, by its words alone: sorted and disjoint, offsets in UTF-16 units. What
 * they are about, and whether it is crypto at all, is for `linkFigures` to say.
 */
export const findFigures = (text: string, language: LanguageCode): StatedFigure[] =>
  findFiguresIn(readBlock(text, language));
