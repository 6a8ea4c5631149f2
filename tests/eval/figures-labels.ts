import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Figure } from '../../src/domain/figures/figure.ts';

/** A document of one line, and the figures that a reader finds in it. */
export interface LabelledText {
  readonly text: string;
  readonly figures: readonly Figure[];
}

const KindSchema = v.picklist([
  'price',
  'move',
  'liquidations',
  'largest-order',
  'since',
  'open-interest',
  'funding',
  'market-cap',
  'etf-flow',
]);

const ApproximationSchema = v.picklist(['about', 'nearly', 'over', 'under', 'up to']);

const LABEL = /\{([^{}|]+)\|([^{}]+)\}/gu;

const readValue = (written: string): Figure['value'] => {
  if (written === '-') return null;
  const [low = Number.NaN, high] = written.split('..').map(Number);
  if (Number.isNaN(low)) throw new Error(`no number: ${written}`);
  return high === undefined ? low : [low, high];
};

const readFacts = (facts: readonly string[]): Omit<Figure, 'start' | 'end' | 'kind' | 'value'> => {
  const subjects = facts.filter((fact) => fact.startsWith('@')).map((fact) => fact.slice(1));
  const approx = facts
    .find((fact) => fact.startsWith('~'))
    ?.slice(1)
    .replace('-', ' ');
  return {
    coins: subjects.filter((subject) => !subject.startsWith('venue:')),
    venue: subjects.find((subject) => subject.startsWith('venue:')) ?? null,
    approx: approx === undefined ? null : v.parse(ApproximationSchema, approx),
    currency: facts.find((fact) => /^[A-Z]{3,4}$/.test(fact)) ?? null,
    side: facts.includes('long') ? 'long' : facts.includes('short') ? 'short' : null,
    window:
      facts
        .find((fact) => /^(?:\d+(?:min|h|d|mo|y)|day|week|month|year|since_.+)$/.test(fact))
        ?.replaceAll('_', ' ') ?? null,
  };
};

/** Reads `{words|kind value facts}` out of a line; the head of each fixture says what the facts are. */
const parseLabelled = (line: string): LabelledText => {
  const figures: Figure[] = [];
  let text = '';
  let read = 0;
  for (const match of line.matchAll(LABEL)) {
    const [whole, words = '', label = ''] = match;
    const [kind = '', value = '', ...facts] = label.split(' ');
    text += line.slice(read, match.index);
    const start = text.length;
    text += words;
    read = match.index + whole.length;
    figures.push({
      start,
      end: text.length,
      kind: v.parse(KindSchema, kind),
      value: readValue(value),
      ...readFacts(facts),
    });
  }
  return { text: text + line.slice(read), figures };
};

const folder = new URL('../fixtures/figures/', import.meta.url);

/** The labelled documents of a fixture, less its remarks. */
export const readLabelled = (name: 'held-back' | 'tuning' | 'traps'): readonly LabelledText[] =>
  readFileSync(new URL(`${name}.txt`, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(parseLabelled);
