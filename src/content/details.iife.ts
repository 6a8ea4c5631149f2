import { createCardControl } from './card/card-control.ts';
import './details.ts';
import { fillDeadTicker } from './ticker/ticker.ts';

globalThis.mnDetails = { createCardControl, fillDeadTicker };
