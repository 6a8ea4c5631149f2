import type { Scene } from './evidence.ts';
import { isShouted, isTitleCased } from './surroundings.ts';

/** Whether it stands where every word is written as it is, so that its capitals say nothing. */
export const isInHeadlineCase = ({ letterCase, around }: Scene): boolean =>
  (letterCase === 'title' && isTitleCased(around)) || (letterCase === 'upper' && isShouted(around));
