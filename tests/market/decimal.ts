/** A price with the six digits that the exchanges' ticks come to. */
export function toTick(priceUsd: number): number {
  return Number(priceUsd.toPrecision(6));
}

/** A number as exchanges write it in a string: no exponent, no trailing zeros. */
export function toPlainDecimal(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  const [digits = '', exponent = '0'] = text.split('e');
  const decimals = Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
  return value.toFixed(decimals);
}
