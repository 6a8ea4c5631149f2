import * as v from 'valibot';

/** A finite number that an exchange writes as a number or, to keep its digits, as a string. */
export const Decimal = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.nonEmpty())]),
  v.transform(Number),
  v.number(),
  v.finite(),
);

/** A `Decimal` that is no less than zero. */
export const Amount = v.pipe(Decimal, v.minValue(0));
