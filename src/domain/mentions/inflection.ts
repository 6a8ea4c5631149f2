import { charClass, HANGUL, KATAKANA } from './tokenize.ts';

/** A word with its ending, or a letter it is fused with, taken off: where the bare name stands in the token. */
export interface Stem {
  /** Units to leave out at the front: the Arabic article and its prepositions. */
  readonly from: number;
  readonly to: number;
  /** Put back at the end, where declension changed it: солану is солана. */
  readonly restored: string;
}

/** Particles that Korean writes on to a name. */
const KOREAN_PARTICLE =
  /(은|는|이|가|을|를|의|에|에서|에게|로|으로|와|과|도|만|부터|까지|보다|처럼|이나|나|라는|이라는|이란|란|인|이며|며|이고|들|들이|들의|당|을통한|측|발)$/;

/** Case and number endings of Russian and Ukrainian nouns, and the -а that a feminine name has without them. */
const CYRILLIC_ENDING = /(ами|ями|ів|ові|ам|ом|ем|ах|ов|ою|ой|ей|а|у|е|ы|и|і|о|ю|я)$/u;
const CYRILLIC = /^[\u0400-\u04ff]+$/;

/** The article and the prepositions and conjunctions that Arabic writes on to the front of a noun. */
const ARABIC_PREFIX = /^(?:[وف]?[بكل]?ال|[وف]?لل|[وف][بكل]?|[بكل])/u;
const ARABIC = /^[\u0600-\u06ff]+$/;

const SHORTEST = 2;
const SHORTEST_KATAKANA = 5;

const koreanStems = (word: string): readonly Stem[] => {
  const stems: Stem[] = [];
  for (let to = word.length - 1; to >= SHORTEST && word.length - to <= 4; to -= 1) {
    const rest = word.slice(to);
    if (KOREAN_PARTICLE.exec(rest)?.[0] === rest) stems.push({ from: 0, to, restored: '' });
  }
  return stems;
};

/** A long run of katakana starts with its head name: ビットコインマイニング is bitcoin mining. */
const katakanaStems = (word: string): readonly Stem[] => {
  const stems: Stem[] = [];
  for (let to = Math.min(word.length - 1, 16); to >= SHORTEST_KATAKANA; to -= 1)
    stems.push({ from: 0, to, restored: '' });
  return stems;
};

const cyrillicStems = (word: string): readonly Stem[] => {
  const ending = CYRILLIC_ENDING.exec(word)?.[0];
  if (ending === undefined || word.length - ending.length <= SHORTEST) return [];
  const to = word.length - ending.length;
  return [
    { from: 0, to, restored: '' },
    { from: 0, to, restored: 'а' },
  ];
};

const arabicStems = (word: string): readonly Stem[] => {
  const prefix = ARABIC_PREFIX.exec(word)?.[0];
  if (prefix === undefined || word.length - prefix.length <= SHORTEST) return [];
  return [{ from: prefix.length, to: word.length, restored: '' }];
};

const LONGEST_WORD = 32;

/** Where a name may stand in a word that is no form itself, likeliest first. Only scripts that inflect or fuse names. */
export const findStems = (word: string): readonly Stem[] => {
  if (word.length <= SHORTEST || word.length > LONGEST_WORD) return [];
  const kind = charClass(word.charCodeAt(0));
  if (kind === HANGUL) return koreanStems(word);
  if (kind === KATAKANA) return katakanaStems(word);
  if (CYRILLIC.test(word)) return cyrillicStems(word.toLowerCase());
  if (ARABIC.test(word)) return arabicStems(word);
  return [];
};
