/**
 * The shape of a JSON value: its keys and types, a list by its first entry, strings by whether they hold a
 * number. Null fits any type, because a recorded answer may have had nothing to say there.
 */
export type Shape = string | { readonly [key: string]: Shape } | readonly [Shape] | readonly [];

export function toShape(value: unknown): Shape {
  if (Array.isArray(value)) return value.length > 0 ? [toShape(value[0])] : [];
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, toShape(field)]));
  }
  if (typeof value === 'string' && value !== '' && Number.isFinite(Number(value))) return 'decimal string';
  return value === null ? 'null' : typeof value;
}

/** Paths at which two shapes differ; none means that a client of the one can read the other. */
export function listDifferences(recorded: Shape, simulated: Shape, path = '$'): readonly string[] {
  if (recorded === 'null' || simulated === 'null') return [];
  if (Array.isArray(recorded) && Array.isArray(simulated)) {
    const [one, other] = [recorded[0], simulated[0]];
    return one === undefined || other === undefined ? [] : listDifferences(one, other, `${path}[]`);
  }
  if (isRecord(recorded) && isRecord(simulated)) {
    const keys = new Set([...Object.keys(recorded), ...Object.keys(simulated)]);
    return [...keys].flatMap((key) => {
      const [one, other] = [recorded[key], simulated[key]];
      if (one === undefined || other === undefined) return [`${path}.${key} is only in one of the two`];
      return listDifferences(one, other, `${path}.${key}`);
    });
  }
  return recorded === simulated
    ? []
    : [`${path}: ${describe(recorded)} recorded, ${describe(simulated)} here`];
}

function isRecord(shape: Shape): shape is { readonly [key: string]: Shape } {
  return typeof shape === 'object' && !Array.isArray(shape);
}

function describe(shape: Shape): string {
  return typeof shape === 'string' ? shape : JSON.stringify(shape);
}
