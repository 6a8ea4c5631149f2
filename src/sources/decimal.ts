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

/** Longer figures are none of a market. */
const MOST_DIGITS = 60;

/** The digits of a decimal number as they were written, for products that must be exact. */
export const Digits = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform(String),
  v.maxLength(MOST_DIGITS),
  v.regex(/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i),
  // `1e309` is written well and is no size.
  v.check((digits) => Number.isFinite(Number(digits))),
);

/** `Digits` without a minus: prices, and sizes whose direction stands elsewhere. One below zero is an error of its row. */
export const UnsignedDigits = v.pipe(Digits, v.regex(/^[^-]/));

/** A later time is in another unit, or an error. */
const LATEST_MS = Date.UTC(2100, 0, 1);

/** A whole number of milliseconds, written as a number or a string. */
export const TimeMs = v.pipe(Decimal, v.integer(), v.minValue(0), v.maxValue(LATEST_MS));

/** Seconds as milliseconds. Venues have changed from the one to the other without notice: what can only be ms is. */
export const TimeInSeconds = v.pipe(
  Decimal,
  v.transform((time) => Math.round(time > LATEST_MS / 1000 ? time : time * 1000)),
  v.minValue(0),
  v.maxValue(LATEST_MS),
);
