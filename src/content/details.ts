import type { PageDetails, PageDetailsParts } from './page-details.ts';
import type { DeadTicker } from './ticker/dead-tickers.ts';
import type { Ticker } from './ticker/ticker.ts';

/**
 * What only a page with something to show needs: a script of its own, so that all other pages do not pay for it. It comes
 * into the same isolated world and leaves itself on `globalThis.mnDetails`.
 */
export interface Details {
  createPageDetails(parts: PageDetailsParts): PageDetails;
  findDeadTickers(root: Node): readonly DeadTicker[];
  findDeadWidgets(root: ParentNode): readonly DeadTicker[];
  fillDeadTicker(dead: DeadTicker, onClosed: () => void): Ticker;
}

declare global {
  /** Set once details.iife.ts has run in this page. */
  var mnDetails: Details | undefined;
}
