import * as v from 'valibot';

/** The rows that fit the schema. A row that does not is left out alone: venues add kinds of rows without notice. */
export const parseRows = <T>(schema: v.GenericSchema<unknown, T>, rows: readonly unknown[]): T[] =>
  rows.flatMap((row) => {
    const parsed = v.safeParse(schema, row);
    return parsed.success ? [parsed.output] : [];
  });
