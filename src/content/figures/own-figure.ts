import type { Absence } from '../../domain/market/absence.ts';
import type { Freshness } from '../../domain/market/freshness.ts';

/** One of our own figures beside the story's: a value with where it comes from, or why there is none. */
export interface OwnFigure {
  /** The coin or exchange, where a figure is about several. */
  readonly name: string | null;
  readonly value: string | null;
  readonly absence: Absence | null;
  readonly freshness: Freshness;
  /** Of a price: what it has done since the story was published, as a fraction. */
  readonly since: number | null;
  /** Source, window, coverage and age. */
  readonly note: string;
}

/** Present figures, and those of the minute in which the story was published. */
export interface OwnFigures {
  readonly atPublication: readonly OwnFigure[];
  readonly now: readonly OwnFigure[];
}

export const toAbsentFigure = (name: string | null, absence: Absence): OwnFigure => ({
  name,
  value: null,
  absence,
  freshness: 'unknown',
  since: null,
  note: '',
});
