import type { Window } from './find-windows.ts';
import { REACH, type Reading } from './reading.ts';
import { type Span, startingIn } from './span.ts';

const CLAUSE_MARK = /[,;:，、；：(（]/u;

/**
 * The window that a move states: the next one in its clause before the next move, or the last one that no move before
 * it took, or the one at the head of the sentence.
 */
export const findMoveWindow = (
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
  const first = moves[0] ?? move;
  const atHead = startingIn(windows, Math.max(sentence.start, first.start - REACH), first.start);
  return (before.at(-1) ?? atHead.at(-1))?.window ?? null;
};

/** All sums of a sentence that are liquidated share its window; where it names several, the nearest one. */
export const findSumWindow = (windows: readonly Window[], sum: Span): string | null => {
  const [only] = windows;
  if (windows.length <= 1) return only?.window ?? null;
  const near = startingIn(windows, sum.start - REACH, sum.end + REACH);
  return (
    near.sort((a, b) => Math.abs(a.start - sum.start) - Math.abs(b.start - sum.start))[0]?.window ?? null
  );
};
