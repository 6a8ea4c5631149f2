/** One measured figure of a benchmark, against its goal where there is one. */
export interface Row {
  readonly what: string;
  readonly measured: number;
  /** `ms`, `kB`, `times` …; empty for a plain number. */
  readonly unit: string;
  /** At most this; at least this where more is better. */
  readonly goal?: number;
  readonly moreIsBetter?: true;
  /** How the figure came about. */
  readonly note?: string;
  /** What stands in the way of the goal. Said only when it is missed. */
  readonly limit?: string;
}

/** Whether the goal is met; null where there is none. */
export const isMet = ({ measured, goal, moreIsBetter }: Row): boolean | null => {
  if (goal === undefined) return null;
  return moreIsBetter ? measured >= goal : measured <= goal;
};

const toVerdict = (row: Row): string => {
  const { goal, moreIsBetter } = row;
  if (goal === undefined) return '';
  const bound = goal < 100 ? Number(goal.toPrecision(2)) : goal;
  return `${isMet(row) ? 'met' : 'MISSED'}, at ${moreIsBetter ? 'least' : 'most'} ${bound}`;
};

/** Writes a row as soon as it is known: some take a minute. */
export const printRow = (row: Row): void => {
  const figure = `${row.measured.toFixed(3).padStart(12)} ${row.unit.padEnd(9)}`;
  console.log(`${row.what.padEnd(62)}${figure} ${toVerdict(row)}`.trimEnd());
  if (row.note) console.log(`    ${row.note}`);
  if (row.limit && isMet(row) === false) console.log(`    limit: ${row.limit}`);
};
