import type { Fault } from './faults.ts';

/** Names as an attacker would give a coin: markup, text that runs backwards, and one that never ends. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<img src=x onerror="globalThis.pwned=1">',
  '"><script>globalThis.pwned=1</script>',
  '\u202Edetsurt\u202C\u2066\u2067',
  'X'.repeat(10_000),
];

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Numbers in text keep their place: a row without them would not be read, and its names would prove nothing. */
const isName = (text: string): boolean => Number.isNaN(Number(text)) && Number.isNaN(Date.parse(text));

const withTexts = (value: Json, hostile: string): Json => {
  if (typeof value === 'string') return isName(value) ? hostile : value;
  if (Array.isArray(value)) return value.map((each) => withTexts(each, hostile));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withTexts(each, hostile)]));
};

/** Fields that tell nothing apart: they can be hostile in a row that is otherwise believed. */
const isFreeText = (key: string): boolean => /name|image|msg|message|symbol_name|description/i.test(key);

/** Gate names a contract by its symbol: another text there is another contract, and no row of it would be believed. */
const isSymbol = (text: string): boolean => /^[A-Z0-9]+_USDT?$/.test(text);

/** The answer as it is, each free text in it hostile, and behind the rows of each list one hostile row for each text. */
const spoil = (value: Json, at = 0): Json => {
  if (Array.isArray(value)) {
    const [first] = value;
    const rows = value.map((each, index) => spoil(each, index));
    const isRow = typeof first === 'object' && first !== null;
    return isRow ? [...rows, ...HOSTILE_TEXTS.map((text) => withTexts(first, text))] : rows;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) =>
      typeof each === 'string' && isFreeText(key) && isName(each) && !isSymbol(each)
        ? [key, HOSTILE_TEXTS[at % HOSTILE_TEXTS.length] ?? '']
        : [key, spoil(each, at)],
    ),
  );
};

/** A market whose numbers are right and whose words attack. */
export const hostileTexts: Fault = {
  kind: 'rewritten',
  rewrite: (json) => JSON.stringify(spoil(JSON.parse(json) as Json)),
};
