import './details.ts';
import { createPageDetails } from './page-details.ts';
import { fillDeadTicker } from './ticker/ticker.ts';

globalThis.mnDetails = { createPageDetails, fillDeadTicker };
