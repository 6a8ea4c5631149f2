const HISSES = ['ch', 'sh', 'ss'];

/** `holder+`: holder, holders. `jump+ed`: jump, jumps, jumped. `launch+ed`: launch, launches, launched. */
const inflect = (word: string): readonly string[] => {
  const [stem = '', ending] = word.split('+');
  return ending === undefined
    ? [word]
    : [stem, stem + (HISSES.some((end) => stem.endsWith(end)) ? 'es' : 's'), stem + ending];
};

/**
 * A set of words, given with spaces between them: an expression would be compiled on every page before the first mention
 * is known. A plus stands for the plural and what follows it for the past, which keeps the content script short.
 */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' ').flatMap(inflect));
