/** Less text in its paragraphs than this makes a frame no story: advertisements have a line or two. */
export const LEAST_STORY_LENGTH = 300;

/**
 * How much text stands in the paragraphs of a document. Also runs by itself in frames, where the background sends it: it
 * uses nothing from outside.
 */
export const readStoryLength = (within: ParentNode = document): number =>
  [...within.querySelectorAll('p')].reduce((sum, { textContent }) => sum + (textContent?.length ?? 0), 0);
