import type { SourceState } from '../domain/market/source-state.ts';

/** A source with a state for each thing that it is asked for. */
export interface SourceGroup {
  readonly sourceId: string;
  readonly states: readonly SourceState[];
}

/** An exchange may be asked for prices and for liquidations: one row for both, because it is switched off for both. */
export const groupSources = (states: readonly SourceState[]): SourceGroup[] =>
  [...new Set(states.map(({ sourceId }) => sourceId))].map((sourceId) => ({
    sourceId,
    states: states.filter((state) => state.sourceId === sourceId),
  }));
