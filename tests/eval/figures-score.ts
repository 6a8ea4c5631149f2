import type { Figure, FigureValue } from '../../src/domain/figures/figure.ts';
import type { LabelledText } from './figures-labels.ts';
import { readFigures } from './read-figures.ts';

/** How well figures are found and linked over many documents. All shares are fractions. */
export interface FigureScore {
  readonly documents: number;
  readonly labelled: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Of the labelled figures: found, with the right coins, exchange, side and window. */
  readonly links: number;
  /** Of the figures found: with the right approximation. */
  readonly approximations: number;
  /** A line for each difference. */
  readonly errors: readonly string[];
}

/** A sentence alone does not say that it is from a crypto story; in the story its title does. */
const CONTEXT = { title: 'Crypto market: bitcoin, ether and altcoins' };

const endsOf = (value: FigureValue | null): readonly number[] =>
  value === null ? [] : typeof value === 'number' ? [value] : value;

const isSameValue = (a: FigureValue | null, b: FigureValue | null): boolean => {
  const [left, right] = [endsOf(a), endsOf(b)];
  return (
    left.length === right.length &&
    left.every((end, at) => Math.abs(end - (right[at] ?? 0)) <= Math.abs(end) * 1e-9)
  );
};

/** Found means: in the same place, of the same kind, value and currency. */
const isSameFigure = (a: Figure, b: Figure): boolean =>
  a.start < b.end &&
  b.start < a.end &&
  a.kind === b.kind &&
  isSameValue(a.value, b.value) &&
  a.currency === b.currency;

const linksOf = ({ coins, venue, side, window }: Figure): string =>
  [[...coins].sort().join('+'), venue, side, window].join(' ');

const show = (figure: Figure): string =>
  `${figure.kind} ${JSON.stringify(figure.value)} ${figure.currency} ${figure.approx} [${linksOf(figure)}]`;

export const scoreFigures = (texts: readonly LabelledText[]): FigureScore => {
  let labelled = 0;
  let found = 0;
  let right = 0;
  let linked = 0;
  let hedged = 0;
  const errors: string[] = [];
  for (const { text, figures } of texts) {
    const read = readFigures(text, CONTEXT);
    labelled += figures.length;
    found += read.length;
    for (const figure of figures) {
      const match = read.find((candidate) => isSameFigure(candidate, figure));
      if (match === undefined) errors.push(`missed ${show(figure)} in: ${text}`);
      else {
        right += 1;
        if (linksOf(match) === linksOf(figure)) linked += 1;
        else errors.push(`linked ${show(match)} for ${linksOf(figure)} in: ${text}`);
        if (match.approx === figure.approx) hedged += 1;
        else errors.push(`hedged ${match.approx} for ${show(figure)} in: ${text}`);
      }
    }
    for (const figure of read)
      if (!figures.some((one) => isSameFigure(one, figure)))
        errors.push(`invented ${show(figure)} in: ${text}`);
  }
  const precision = found === 0 ? 1 : right / found;
  const recall = labelled === 0 ? 1 : right / labelled;
  return {
    documents: texts.length,
    labelled,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    links: labelled === 0 ? 1 : linked / labelled,
    approximations: right === 0 ? 1 : hedged / right,
    errors,
  };
};

const percent = (share: number): string => share.toFixed(3);

/** One line for a person to read. */
export const formatScore = (name: string, score: FigureScore): string =>
  `${name}: ${score.documents} texts, ${score.labelled} figures; F1 ${percent(score.f1)} (precision ${percent(score.precision)}, recall ${percent(score.recall)}), links ${percent(score.links)}, approximations ${percent(score.approximations)}`;
