import './details.ts';
import { createPageDetails } from './page-details.ts';
import { createPastPrices } from './past-prices.ts';
import { findPublicationTime } from './read/publication-time.ts';
import { findDeadWidgets } from './ticker/dead-widgets.ts';
import { fillDeadTicker } from './ticker/ticker.ts';

globalThis.mnDetails = {
  findPublicationTime,
  createPastPrices,
  createPageDetails,
  findDeadWidgets,
  fillDeadTicker,
};
