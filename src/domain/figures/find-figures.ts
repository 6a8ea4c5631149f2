import { type Classified, classify, costOf, findNearest, SIDES } from './classify.ts';
import { type FigureKind, isForced, type StatedFigure } from './figure.ts';
import { findMoveWindow, findSumWindow } from './figure-windows.ts';
import { findClaims } from './find-claims.ts';
import type { Quantity } from './find-quantities.ts';
import { findStarts, findWindows, type Window } from './find-windows.ts';
import type { LanguageCode } from './languages/index.ts';
import { scale } from './read-number.ts';
import { REACH, type Reading, readBlock } from './reading.ts';
import { rememberPattern } from './remember-pattern.ts';
import { areCoordinated } from './scene.ts';
import { type Span, startingIn } from './span.ts';

interface Draft {
  readonly quantity: Quantity;
  readonly classified: Classified;
}

const SHARED_KINDS: readonly FigureKind[] = ['price', 'move', 'liquidations', 'open-interest', 'etf-flow'];

/** `BNB topped $900 and Solana $145`: the second name takes the verb of the first. */
const ELLIPSIS = /^,?\s+(?:(?:and|y|e|et|und|и)\s+)?[\p{L}\d.]{2,20}(?:\s\(\p{Lu}{2,6}\))?\s+$/u;

const isElliptic = (text: string, left: Span, right: Span): boolean =>
  right.start - left.end <= 36 && ELLIPSIS.test(text.slice(left.end, right.start));

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
      (areCoordinated(reading.text, before, quantity) || isElliptic(reading.text, before, quantity));
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

/** At most one preposition between the word and the side: `mostly on long positions`. */
const PREPOSITION = /(?<=\s)\p{L}{1,4}\s+$/u;

const isMostly = ({ text, language }: Reading, side: Span): boolean => {
  const { mostly } = language.lexicon;
  if (mostly === undefined) return false;
  const before = text.slice(Math.max(0, side.start - 30), side.start);
  return [before, before.replace(PREPOSITION, '')].some((words) => language.endsIn(mostly).test(words));
};

/** A side belongs to the sum that it is nearest to, of those that have no nearer one. */
const findSide = (
  reading: Reading,
  sentence: Span,
  sums: readonly Span[],
  sum: Span,
): 'long' | 'short' | null => {
  const nearest = findNearest(reading, sentence, sum, SIDES);
  if (nearest === null || isMostly(reading, nearest.cue)) return null;
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

const toFigures = (
  reading: Reading,
  sentence: Span,
  drafts: readonly Draft[],
  windows: readonly Window[],
): StatedFigure[] => {
  const moves = drafts.filter(({ classified }) => classified.kind === 'move').map(({ quantity }) => quantity);
  const sums = drafts.filter(({ classified }) => isForced(classified)).map(({ quantity }) => quantity);
  let moveAt = -1;
  let last: StatedFigure | null = null;
  return drafts.map(({ quantity, classified: { kind, sign } }) => {
    const { start, end, currency, approx } = quantity;
    const isClosed = isForced({ kind });
    if (kind === 'move') moveAt += 1;
    const isWhole = isClosed && last !== null && isPartOf(reading, last, quantity);
    const ownSide = isClosed && !isWhole ? findSide(reading, sentence, sums, quantity) : null;
    // `Bybit saw short liquidations at $234 million, followed by Binance with $100 million`: a list goes on.
    const goesOn =
      isClosed &&
      !isWhole &&
      last !== null &&
      start - last.end < LIST_GAP &&
      !hasOwnCue(reading, last, quantity);
    const figure: StatedFigure = {
      start,
      end,
      kind,
      value: toValue(quantity, sign),
      currency: currency ?? (isClosed ? (last?.currency ?? null) : null),
      approx,
      window: isClosed
        ? findSumWindow(windows, quantity)
        : kind === 'move'
          ? findMoveWindow(reading, windows, sentence, moves, moveAt)
          : null,
      side: ownSide ?? (goesOn ? (last?.side ?? null) : null),
    };
    if (isClosed) last = figure;
    return figure;
  });
};

/** `$148 million of the $181 million`: the whole has no side, whatever its part has. */
const isPartOf = ({ text, language }: Reading, part: Span, whole: Span): boolean => {
  const { partOf } = language.lexicon;
  const gap = text.slice(part.end, whole.start);
  return (
    partOf !== undefined &&
    gap.length < 30 &&
    language.startsWith(partOf).test(gap) &&
    language.endsIn(partOf).test(gap)
  );
};

/** A word about liquidations between two sums that speaks for the second. */
const hasOwnCue = (reading: Reading, before: Span, quantity: Span): boolean =>
  startingIn(reading.cues, before.end, quantity.start).some(
    (cue) =>
      (cue.kind === 'liquidation' || cue.kind === 'long' || cue.kind === 'short') &&
      costOf(reading, cue, quantity) <= costOf(reading, cue, before),
  );

const overlaps = (sorted: readonly Span[], span: Span): boolean =>
  startingIn(sorted, span.start - REACH, span.end).some(({ end }) => end > span.start);

const readSentence = (reading: Reading, sentence: Span): StatedFigure[] => {
  const quantities = startingIn(reading.quantities, sentence.start, sentence.end);
  const claims = findClaims(reading, sentence);
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
