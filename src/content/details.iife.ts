import './details.ts';
import { createPageDetails } from './page-details.ts';
import { findDeadTickers } from './ticker/dead-tickers.ts';
import { findDeadWidgets } from './ticker/dead-widgets.ts';
import { fillDeadTicker } from './ticker/ticker.ts';

globalThis.mnDetails = {
  createPageDetails,
  findDeadTickers,
  findDeadWidgets,
  fillDeadTicker,
};
