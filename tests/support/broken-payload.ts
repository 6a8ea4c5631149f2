import * as fc from 'fast-check';

/** Values that are no price, no time and no percentage. */
const ABSURD = fc.constantFrom<unknown>(
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  Number.NEGATIVE_INFINITY,
  '',
  'abc',
  'NaN',
  '1e309',
  null,
  [],
  {},
  true,
);

/** The answer with any of its fields, at any depth, made absurd, retyped or cut away. */
export const broken = (value: unknown): fc.Arbitrary<unknown> => {
  if (Array.isArray(value) && value.length > 0) {
    const parts = value.map((part) => fc.oneof({ weight: 3, arbitrary: broken(part) }, ABSURD));
    return fc
      .tuple(fc.tuple(...parts), fc.nat(value.length))
      .map(([row, cut]) => (cut === 0 ? row : row.slice(0, cut)));
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([key, part]) => [
      key,
      fc.oneof({ weight: 4, arbitrary: broken(part) }, ABSURD),
    ]);
    return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
  }
  return fc.oneof({ weight: 6, arbitrary: fc.constant(value) }, ABSURD, fc.double(), fc.string());
};
