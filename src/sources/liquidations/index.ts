import { gate } from './gate.ts';
import type { LiquidationSource } from './liquidation-source.ts';
import { okx } from './okx.ts';

/** Every venue whose liquidations are read. */
export const liquidationSources: readonly LiquidationSource[] = [gate, okx];
