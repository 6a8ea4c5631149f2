/** A decimal number as whole digits and the count of those behind the point. */
interface Digits {
  readonly whole: bigint;
  readonly decimals: number;
}

/** @throws RangeError when the text is no decimal number. */
const toDigits = (factor: string | number): Digits => {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(String(factor).trim());
  const [, sign = '', before = '', after = '', exponent = '0'] = match ?? [];
  if (!match || before + after === '') throw new RangeError(`Not a decimal number: ${factor}`);
  const decimals = after.length - Number(exponent);
  const whole = BigInt(`${sign}${before}${after}`) * 10n ** BigInt(Math.max(0, -decimals));
  return { whole, decimals: Math.max(0, decimals) };
};

/**
 * The product of the factors in whole US cents, exact to the digit and then rounded half up: what venues write with
 * their digits in strings is never passed through binary fractions. Signs of the factors are dropped: a size is a size.
 * Cents are whole numbers, so that sums of them are the same in any order.
 */
export const toNotionalUsd = (...factors: readonly (string | number)[]): number => {
  let whole = 1n;
  let decimals = 0;
  for (const factor of factors) {
    const digits = toDigits(factor);
    whole *= digits.whole < 0n ? -digits.whole : digits.whole;
    decimals += digits.decimals;
  }
  if (decimals <= 2) return Number(whole * 10n ** BigInt(2 - decimals)) / 100;
  const unit = 10n ** BigInt(decimals - 2);
  return Number((2n * whole + unit) / (2n * unit)) / 100;
};

/** Dollars as whole cents. */
export const toCents = (usd: number): number => Math.round(usd * 100);
