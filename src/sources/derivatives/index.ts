import type { DerivativesSource } from './derivatives-source.ts';
import { gateDerivatives } from './gate.ts';
import { okxDerivatives } from './okx.ts';

/** Every venue whose open interest and funding are read, in the order in which the card lists them. */
export const derivativesSources: readonly DerivativesSource[] = [okxDerivatives, gateDerivatives];
