import { readdirSync, readFileSync } from 'node:fs';
import { findMentions } from '../../src/domain/mentions/index.ts';

/** What a sentence of the corpus says it mentions. Several ids where more than one reading is right. */
interface Label {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
}

interface LabelledBlock {
  readonly text: string;
  readonly labels: readonly Label[];
}

/** How one family of the corpus came out; `errors` tell each miss and each wrong mention in its sentence. */
export interface FamilyScore {
  readonly family: string;
  readonly blocks: number;
  readonly found: number;
  readonly missed: number;
  readonly right: number;
  readonly wrong: number;
  readonly errors: readonly string[];
}

const MARKUP = /\{([^{}|]+)\|([^{}|]+)\}/g;

/** Reads `{Near Protocol|near} rose` as the plain text and its label; the ids after the bar are separated by commas. */
const parseBlock = (marked: string): LabelledBlock => {
  const labels: Label[] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(MARKUP)) {
    const [whole, surface = '', ids = ''] = match;
    text += marked.slice(at, match.index);
    labels.push({ start: text.length, end: text.length + surface.length, ids: ids.split(',') });
    text += surface;
    at = match.index + whole.length;
  }
  return { text: text + marked.slice(at), labels };
};

const scoreDocument = (blocks: readonly LabelledBlock[]): Omit<FamilyScore, 'family' | 'blocks'> => {
  const score = { found: 0, missed: 0, right: 0, wrong: 0, errors: [] as string[] };
  const perBlock = findMentions(
    blocks.map((block) => block.text),
    {},
  );
  blocks.forEach(({ text, labels }, index) => {
    const mentions = perBlock[index] ?? [];
    for (const label of labels) {
      const isFound = mentions.some(
        (mention) => mention.start < label.end && label.start < mention.end && label.ids.includes(mention.id),
      );
      if (isFound) score.found += 1;
      else {
        score.missed += 1;
        score.errors.push(`missed ${text.slice(label.start, label.end)} (${label.ids}): ${text}`);
      }
    }
    for (const mention of mentions) {
      const isRight = labels.some(
        (label) => mention.start < label.end && label.start < mention.end && label.ids.includes(mention.id),
      );
      if (isRight) score.right += 1;
      else {
        score.wrong += 1;
        score.errors.push(`wrong ${mention.surface} (${mention.id}): ${text}`);
      }
    }
  });
  return score;
};

/** Scores every family of the project's own corpus. A family is one file of `tests/fixtures/corpus`. */
export const scoreOwnCorpus = (): readonly FamilyScore[] => {
  const folder = new URL('../fixtures/corpus/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const file = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
      const documents: readonly (readonly string[])[] = file.documents;
      const scores = documents.map((document) => scoreDocument(document.map(parseBlock)));
      const sum = (key: 'found' | 'missed' | 'right' | 'wrong') =>
        scores.reduce((total, score) => total + score[key], 0);
      return {
        family: name.replace('.json', ''),
        blocks: documents.flat().length,
        found: sum('found'),
        missed: sum('missed'),
        right: sum('right'),
        wrong: sum('wrong'),
        errors: scores.flatMap((score) => score.errors),
      };
    });
};
