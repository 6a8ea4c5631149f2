/** A part of the page that one framework draws. Step 0 is what it draws first. */
export interface Island {
  /** Draws another step and returns when it stands in the document. */
  show(step: number): void | Promise<void>;
}

/** Of another order in every second step: keyed lists move what they have. */
export const toOrder = (coins: readonly string[], step: number): readonly string[] =>
  step % 2 === 0 ? coins : coins.toReversed();

/** Text nodes that are written anew and, in the third step, taken away with their paragraph. */
export const isShown = (step: number): boolean => step !== 3;

/** What stands behind a coin's name. */
export const toSentence = (step: number): string => ` changed hands at $${100 + step} on Monday`;
