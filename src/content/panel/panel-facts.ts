import type { LiquidationTable } from '../../domain/liquidations/table.ts';
import type { FigureNote } from '../figures/figure-note.ts';
import type { PageFacts } from '../page-facts.ts';

/** What the panel is drawn from. */
export interface PanelFacts extends PageFacts {
  figureNotes(): readonly FigureNote[];
  /** Liquidations of the whole market in the window; null before the first answer. */
  table(windowMs: number): LiquidationTable | null;
}
