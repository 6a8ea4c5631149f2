import { coingecko } from './coingecko.ts';
import { gate } from './gate.ts';
import { okx } from './okx.ts';
import type { Venue } from './venue.ts';

/** Every host of the simulated market. A new venue is a file and a line here. */
export const venues: readonly Venue[] = [coingecko, gate, okx];
