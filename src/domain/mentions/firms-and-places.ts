import { type Surroundings, smallWordAt } from './surroundings.ts';
import { wordSet } from './word-set.ts';

/** What firms and places are called after a name that they share with a coin. */
const FIRMS_AND_PLACES = wordSet(
  'plc inc ltd llc corp gmbh motors foods pictures hotel café cafe restaurant bakery beach lake stadium arena theatre ' +
    'school college university hospital street',
);

/** `Stacks & Sons`. */
const PARTNERS = wordSet('sons co bros associates');

/** Whether the words right after a name make it that of a firm or a place: `Icon plc`, `Cosmos café`. */
export const isFirmOrPlace = ({ adjoiningAfter, after }: Surroundings): boolean =>
  FIRMS_AND_PLACES.has(adjoiningAfter) || (after.startsWith(' & ') && PARTNERS.has(smallWordAt(after, 3)));
