/**
 * Predicts the mentions of every corpus document in a folder: `npm run --silent predict -- DIR`. Prints
 * `{"docId":[{"start","end","coin"}]}`; offsets are UTF-16 units into the document's `text`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findMentions } from '../../src/domain/mentions/index.ts';

interface CorpusDocument {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
}

/** A document's paragraphs with their places, as the page would hand them over block by block. */
const toBlocks = (text: string): readonly { readonly text: string; readonly offset: number }[] =>
  [...text.matchAll(/[^\n]+/g)].map((line) => ({ text: line[0], offset: line.index }));

const predict = (document: CorpusDocument) => {
  const blocks = toBlocks(document.text);
  const context = document.title === undefined ? {} : { title: document.title };
  return findMentions(
    blocks.map((block) => block.text),
    context,
  ).flatMap((mentions, at) => {
    const offset = blocks[at]?.offset ?? 0;
    return mentions.map(({ start, end, id }) => ({ start: start + offset, end: end + offset, coin: id }));
  });
};

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: npm run --silent predict -- DIR');
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name): CorpusDocument => JSON.parse(readFileSync(join(folder, name), 'utf8')));
console.log(
  JSON.stringify(Object.fromEntries(documents.map((document) => [document.id, predict(document)]))),
);
