import * as v from 'valibot';
import { type Cells, CellsSchema } from '../domain/sync/cells.ts';

/** The browser's synced storage, as far as it is used. */
export interface SyncStorage {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** What the other machines told of one value. `version`: see `StoredItemDeclaration`. */
export type Told =
  | { readonly kind: 'nothing' }
  /** Not all of it has arrived. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'cells'; readonly version: number; readonly cells: Cells }
  /** The whole value, as version 0.1.0 wrote it. */
  | { readonly kind: 'value'; readonly version: number; readonly value: unknown };

/** A browser takes 8,192 bytes in one item, and counts up to six for a character. */
const PIECE_LENGTH = 1300;

const HeadSchema = v.object({ version: v.number(), pieces: v.number(), sum: v.string() });
const PieceSchema = v.object({ sum: v.string(), text: v.string() });
const ValueSchema = v.object({ version: v.number(), value: v.unknown() });

const toPieceKey = (key: string, at: number): string => `${key}:${at}`;

/** Tells pieces of one writing from those of another. */
const toSum = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(36)}`;
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads one value out of all that is stored. */
export const readTold = (all: Readonly<Record<string, unknown>>, key: string): Told => {
  if (all[key] === undefined) return { kind: 'nothing' };
  const head = v.safeParse(HeadSchema, all[key]);
  if (!head.success) {
    const whole = v.safeParse(ValueSchema, all[key]);
    return whole.success
      ? { kind: 'value', ...whole.output, value: whole.output.value }
      : { kind: 'nothing' };
  }
  const { version, pieces, sum } = head.output;
  const texts = Array.from({ length: pieces }, (_, at) => v.safeParse(PieceSchema, all[toPieceKey(key, at)]));
  const text = texts
    .map((piece) => (piece.success && piece.output.sum === sum ? piece.output.text : ''))
    .join('');
  if (toSum(text) !== sum) return { kind: 'incomplete' };
  const cells = v.safeParse(CellsSchema, readJson(text));
  return cells.success ? { kind: 'cells', version, cells: cells.output } : { kind: 'nothing' };
};

/** As JSON in ASCII alone: a piece never ends inside of a character. */
const toAscii = (cells: Cells): string =>
  JSON.stringify(cells).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Everything that has to be stored for one value, in one writing. */
export const toStored = (key: string, version: number, cells: Cells): Record<string, unknown> => {
  const text = toAscii(cells);
  const sum = toSum(text);
  const pieces = Array.from({ length: Math.ceil(text.length / PIECE_LENGTH) }, (_, at) =>
    text.slice(at * PIECE_LENGTH, (at + 1) * PIECE_LENGTH),
  );
  return {
    [key]: { version, pieces: pieces.length, sum },
    ...Object.fromEntries(pieces.map((piece, at) => [toPieceKey(key, at), { sum, text: piece }])),
  };
};

/** Pieces of earlier writings that the present one does not need. */
export const findLeftOver = (
  all: Readonly<Record<string, unknown>>,
  stored: Record<string, unknown>,
): string[] => {
  const keys = Object.keys(stored).filter((key) => !key.includes(':'));
  return Object.keys(all).filter(
    (name) => name.includes(':') && keys.includes(name.split(':')[0] ?? '') && !(name in stored),
  );
};
