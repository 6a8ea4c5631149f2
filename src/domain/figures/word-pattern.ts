const wordsOf = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== '');

const escapeWord = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** `_` is white space or a hyphen inside a phrase, and `*` is any ending. */
const toPattern = (word: string): string =>
  escapeWord(word).replaceAll('\\*', '\\p{L}*').replaceAll('_', '[\\s-]*').replaceAll("'", "['’]");

/** Alternatives of a pattern, longest first because the first that fits is taken. Matches nothing when empty. */
export const toAlternatives = (words: readonly string[]): string =>
  words.length === 0
    ? '(?!)'
    : [...words]
        .sort((a, b) => b.length - a.length)
        .map(toPattern)
        .join('|');

/** The words of a list as one pattern that starts and ends at a word's edge, where the language has such edges. */
export const toWordPattern = (list: string, unspaced: boolean): string => {
  const alternatives = `(?:${toAlternatives(wordsOf(list))})`;
  return unspaced ? alternatives : `(?<![\\p{L}\\p{N}])${alternatives}(?![\\p{L}\\p{N}])`;
};
