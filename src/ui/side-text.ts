import type { LiquidationSide } from '../domain/liquidations/liquidation.ts';
import { message } from './strings.ts';

/** The side of the position that was closed, as a word in a sentence. */
export const toSideText = (side: LiquidationSide): string =>
  message(side === 'long' ? 'sideLong' : 'sideShort');
