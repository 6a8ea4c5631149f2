/** A set of words, given with spaces between them: an expression would be compiled on every page before the first mention is known. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
