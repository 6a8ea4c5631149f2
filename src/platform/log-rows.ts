import * as v from 'valibot';
import { LiquidationSchema } from '../domain/liquidations/liquidation.ts';
import { TallySchema } from '../domain/liquidations/tally.ts';

const Time = v.pipe(v.number(), v.finite());

/** The rows of the log as this version reads them. One that does not fit is no row: neither read nor added to. */
const LOG_ROWS = {
  orders: v.object({ ...LiquidationSchema.entries, key: v.string() }),
  hours: TallySchema,
  published: TallySchema,
  days: v.object({ ...TallySchema.entries, coveredMs: v.record(v.string(), Time) }),
  covered: v.array(v.object({ fromMs: Time, untilMs: Time })),
  marks: Time,
} as const;

type RowName = keyof typeof LOG_ROWS;
type Row<Name extends RowName> = v.InferOutput<(typeof LOG_ROWS)[Name]>;

/** The row, or nothing in the place of one that does not fit. */
export const toRow = <Name extends RowName>(name: Name, stored: unknown): Row<Name> | undefined => {
  const parsed = v.safeParse(LOG_ROWS[name], stored);
  return parsed.success ? (parsed.output as Row<Name>) : undefined;
};

/** So many keys are remembered at most. */
const MOST_REMEMBERED = 50_000;

/**
 * Keeps the rows that fit. Rows are read every few seconds and only we write them: each is checked once in the life of the
 * background, by its key.
 */
export const createRowSieve = () => {
  const sound = new Set<string>();
  const isSound = (name: RowName, key: string, row: unknown): boolean => {
    const remembered = `${name} ${key}`;
    if (sound.has(remembered)) return true;
    if (!v.is(LOG_ROWS[name], row)) return false;
    if (sound.size >= MOST_REMEMBERED) sound.clear();
    sound.add(remembered);
    return true;
  };
  return <Name extends RowName, T extends Row<Name>>(
    name: Name,
    keys: readonly string[],
    rows: readonly T[],
  ): T[] => rows.filter((row, at) => isSound(name, keys[at] ?? '', row));
};
