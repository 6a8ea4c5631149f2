import type { Figure } from '../../src/domain/figures/figure.ts';
import { findArticleFigures } from '../../src/domain/figures/index.ts';
import { findMentions } from '../../src/domain/mentions/index.ts';
import type { MentionContext } from '../../src/domain/mentions/mention.ts';

/** A text's paragraphs with their places, as the page would hand them over block by block. */
const toBlocks = (text: string): readonly { readonly text: string; readonly offset: number }[] =>
  [...text.matchAll(/[^\n]+/g)].map((line) => ({ text: line[0], offset: line.index }));

/** The figures of a whole text, with offsets into it. */
export const readFigures = (text: string, context: MentionContext): Figure[] => {
  const blocks = toBlocks(text);
  const texts = blocks.map((block) => block.text);
  return findArticleFigures(texts, findMentions(texts, context), context).flatMap((figures, at) => {
    const offset = blocks[at]?.offset ?? 0;
    return figures.map((figure) => ({ ...figure, start: figure.start + offset, end: figure.end + offset }));
  });
};
