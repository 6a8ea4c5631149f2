import type { PageDetails, PageDetailsParts } from './page-details.ts';
import type { createPastPrices } from './past-prices.ts';
import type { DeadTicker } from './ticker/dead-tickers.ts';
import type { Ticker } from './ticker/ticker.ts';

/**
 * What only a page with something to show needs: a script of its own, so that all other pages do not pay for it. It comes
 * into the same isolated world and leaves itself on `globalThis.mnDetails`.
 */
export interface Details {
  /** When the page's story was published, in ms; null when the page does not say it. */
  findPublicationTime(document: Document, root: Element, nowMs: number): number | null;
  readonly createPastPrices: typeof createPastPrices;
  createPageDetails(parts: PageDetailsParts): PageDetails;
  findDeadWidgets(root: ParentNode): readonly DeadTicker[];
  fillDeadTicker(dead: DeadTicker, onClosed: () => void): Ticker;
}

declare global {
  /** Set once details.iife.ts has run in this page. */
  var mnDetails: Details | undefined;
}
