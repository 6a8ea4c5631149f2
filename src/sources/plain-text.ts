import * as v from 'valibot';

/** Controls, marks of direction and characters without a width: they turn or hide the text around them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}]/gu;

/**
 * A short text that an API wrote, such as a coin's name, fit to stand among ours: at most so many characters, none of
 * which reaches beyond itself.
 */
export const plainText = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => [...text.replaceAll(UNSEEN, '')].slice(0, most).join('')),
  );
