import type { Figure } from '../../domain/figures/figure.ts';

/** A figure of the story on the page: underlined in its own way, and opening the same card as a mention. */
export interface FigureNote {
  readonly figure: Figure;
  /** The words of the page. */
  readonly surface: string;
  readonly range: Range;
  readonly block: { readonly element: Element };
  readonly chip: null;
}
