import { finish } from '../finish.ts';
import type { Mention, MentionContext } from '../mentions/mention.ts';
import type { Figure } from './figure.ts';
import { findFiguresIn } from './find-figures.ts';
import { findStatedLanguage, guessLanguage } from './guess-language.ts';
import { linkFigures } from './link-figures.ts';
import { readBlock } from './reading.ts';

export { closeLanguages } from './language.ts';

/**
 * Finds the figures that an article states and links them to its coins and exchanges: one list per block, offsets in
 * UTF-16 units into that block, sorted and disjoint. `mentions` are those of `findMentions` for the same blocks. The
 * language is the page's own when it states one that we read, else the text's.
 */
export const findArticleFigures = (
  blocks: readonly string[],
  mentions: readonly (readonly Mention[])[],
  context: MentionContext,
): Figure[][] => finish(findArticleFiguresInSteps(blocks, mentions, context));

/** The same, and lets its caller pause it after every block. */
export function* findArticleFiguresInSteps(
  blocks: readonly string[],
  mentions: readonly (readonly Mention[])[],
  context: MentionContext,
): Generator<void, Figure[][]> {
  const language = findStatedLanguage(context.language) ?? guessLanguage(blocks.join('\n'));
  const found: Figure[][] = [];
  for (const [at, block] of blocks.entries()) {
    const reading = readBlock(block, language);
    found.push(linkFigures(reading, findFiguresIn(reading), mentions[at] ?? []));
    yield;
  }
  return found;
}
