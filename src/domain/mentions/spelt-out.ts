const MAX_BACK = 90;
const SMALL_WORDS = /^(and|for|of|the|in|on|to|with|a|an)$/i;

const initialsOf = (words: readonly string[]): string =>
  words
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();

const matches = (words: readonly string[], letters: string): boolean =>
  /^\p{Lu}/u.test(words[0] ?? '') && initialsOf(words) === letters;

const QUOTES = `"'“”‘’`;
const isQuote = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && QUOTES.includes(text.charAt(at));

const isBracketed = (text: string, start: number, end: number): boolean => {
  const before = isQuote(text, start - 1) ? start - 2 : start - 1;
  const after = isQuote(text, end) ? end + 1 : end;
  return (
    before >= 0 &&
    '(['.includes(text.charAt(before)) &&
    after < text.length &&
    ')]'.includes(text.charAt(after))
  );
};

/**
 * Where the words start that spell the letters at text[start, end) out, as in `Customs Enforcement (CE)`; null when
 * they are not in brackets or no such words stand before them.
 */
export const findSpelling = (text: string, start: number, end: number): number | null => {
  if (end - start < 2 || !isBracketed(text, start, end)) return null;
  const letters = text.slice(start, end).toUpperCase();
  const from = Math.max(0, start - MAX_BACK);
  const words = [...text.slice(from, start).matchAll(/\p{L}[\p{L}’'.]*/gu)];
  for (let first = words.length - letters.length; first >= 0; first -= 1) {
    const run = words.slice(first).map((word) => word[0]);
    const found = words[first];
    if (found === undefined || run.length > letters.length * 2 + 1) break;
    if (
      matches(run, letters) ||
      matches(
        run.filter((word) => !SMALL_WORDS.test(word)),
        letters,
      )
    )
      return from + found.index;
  }
  return null;
};
