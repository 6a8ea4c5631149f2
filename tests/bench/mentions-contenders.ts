/** Runs inside the benchmark page, in a world of its own as a content script does. */
import Mark from 'mark.js';
import { type FormFacts, openGazetteer } from '../../src/domain/mentions/gazetteer.ts';
import { startMentionScan } from '../../src/domain/mentions/index.ts';
import { readBlock } from '../../src/domain/mentions/packed-format.ts';
import { packedGazetteer } from '../../src/domain/mentions/packed-gazetteer.ts';

const textNodes = function* (): Generator<Text> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield walker.currentNode as Text;
};

/** Nothing that looks at a page's text can be cheaper: every text node, every character. */
const walkBare = (): number => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  while (walker.nextNode()) {
    const { data } = walker.currentNode as Text;
    for (let at = 0; at < data.length; at += 1) sum += data.charCodeAt(at);
  }
  return sum;
};

/** The engine as shipped: read every block, then decide over the document. */
const scanWithEngine = (): number => {
  const scan = startMentionScan({});
  for (const block of document.querySelectorAll('p')) scan.readBlock(block.textContent ?? '');
  return scan.decide().reduce((sum, mentions) => sum + mentions.length, 0);
};

const lines = packedGazetteer.forms.split('\n');

/** The same forms as plain strings, cut out of the table beforehand: the others are not charged for that. */
const forms: readonly string[] = lines
  .flatMap((line, at) => (at % 2 === 0 ? readBlock(line, lines[at + 1] ?? '') : []))
  .filter((form) => form.length > 1);

/** What the table says of each form, as a script without it would carry it. */
const factsAsJson = ((): string => {
  const gazetteer = openGazetteer(packedGazetteer);
  return JSON.stringify(
    forms.flatMap((form) => {
      const found = gazetteer.findEntry(form)?.form ?? null;
      return found === null ? [] : [[form, gazetteer.facts(found)]];
    }),
  );
})();

const buildMap = (): ReadonlyMap<string, FormFacts> => new Map(JSON.parse(factsAsJson));

const formSet: ReadonlyMap<string, number> = new Map(forms.map((form, at) => [form, at]));

const scanWithMap = (): number => {
  let found = 0;
  for (const node of textNodes()) {
    for (const word of node.data.split(/[^\p{L}\p{N}]+/u)) if (formSet.has(word.toLowerCase())) found += 1;
  }
  return found;
};

/** `\b` knows ASCII only, and would find no 比特币 and no биткоин: the same forms take the ends of words in any script. */
const buildExpression = (): RegExp => {
  const escaped = [...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
};

const scanWithExpression = (): number => {
  const expression = buildExpression();
  let found = 0;
  for (const node of textNodes()) for (const _ of node.data.matchAll(expression)) found += 1;
  return found;
};

const markWithMarkJs = (): number => {
  let found = 0;
  new Mark(document.body).markRegExp(buildExpression(), {
    each: () => {
      found += 1;
    },
  });
  return found;
};

/** What mark.js is up against: the engine, and an underline for every mention. */
const markWithEngine = (): number => {
  const scan = startMentionScan({});
  const blocks = [...document.querySelectorAll('p')];
  for (const block of blocks) scan.readBlock(block.textContent ?? '');
  const highlight = new Highlight();
  scan.decide().forEach((mentions, at) => {
    const block = blocks[at];
    if (block !== undefined)
      for (const mention of mentions) highlight.add(rangeIn(block, mention.start, mention.end));
  });
  CSS.highlights.set('mn-bench', highlight);
  return highlight.size;
};

const rangeIn = (block: Element, start: number, end: number): Range => {
  const range = document.createRange();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let offset = 0;
  while (walker.nextNode()) {
    const { length } = walker.currentNode as Text;
    if (start >= offset && start <= offset + length) range.setStart(walker.currentNode, start - offset);
    if (end <= offset + length) {
      range.setEnd(walker.currentNode, end - offset);
      break;
    }
    offset += length;
  }
  return range;
};

const contenders: Readonly<Record<string, () => unknown>> = {
  walk: walkBare,
  engine: scanWithEngine,
  map: scanWithMap,
  expression: scanWithExpression,
  'engine and underlines': markWithEngine,
  'mark.js': markWithMarkJs,
  'open table': () => openGazetteer(packedGazetteer),
  'build map': buildMap,
};

/** What is done before the clock starts: a scan is timed with its table open, as a page's later scans find it. */
const preparations: Readonly<Record<string, () => unknown>> = { engine: () => startMentionScan({}) };

/** A contender gives back nothing that the protocol would have to carry. */
const prepare = (name: string): void => {
  preparations[name]?.();
};
const contend = (name: string): void => {
  contenders[name]?.();
};

Object.assign(globalThis, { prepare, contend });
