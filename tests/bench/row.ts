/** One measured figure of a benchmark, against its goal where there is one. */
export interface Row {
  readonly what: string;
  readonly measured: number;
  /** `ms`, `kB`, `times` …; empty for a plain number. */
  readonly unit: string;
  /** At most this. */
  readonly goal?: number;
  /** Why a goal is missed, or how the figure came about. */
  readonly note?: string;
}

const toVerdict = ({ measured, goal }: Row): string => {
  if (goal === undefined) return '';
  return `${measured <= goal ? 'met' : 'MISSED'}, at most ${Number(goal.toPrecision(2))}`;
};

/** Writes a row as soon as it is known: some take a minute. */
export const printRow = (row: Row): void => {
  const figure = `${row.measured.toFixed(3).padStart(12)} ${row.unit.padEnd(9)}`;
  console.log(`${row.what.padEnd(62)}${figure} ${toVerdict(row)}`);
  if (row.note) console.log(`    ${row.note}`);
};
