import type { Scene } from './evidence.ts';
import { packedSenses } from './packed-senses.ts';
import type { Surroundings } from './surroundings.ts';
import { charClass, SEPARATOR } from './tokenize.ts';

const isWordUnit = (text: string, at: number): boolean => charClass(text.charCodeAt(at)) !== SEPARATOR;

/** Whether a text in small letters holds a word of the list. Most words are ruled out by the browser's own search. */
const holdsWord = (text: string, word: string): boolean => {
  const isStem = word.endsWith('*');
  const letters = isStem ? word.slice(0, -1) : word;
  for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1)) {
    const end = at + letters.length;
    const isEnded =
      isStem || !isWordUnit(text, end) || (text.charAt(end) === 's' && !isWordUnit(text, end + 1));
    if (isEnded && (at === 0 || !isWordUnit(text, at - 1))) return true;
  }
  return false;
};

let opened: ReadonlyMap<string, string> | null = null;

/**
 * What else the everyday words and acronyms among the forms mean, told by the company they keep: words and phrases with
 * bars between them, each with its plural in -s, a star for any ending. Read when first asked for.
 */
const companyOf = (surface: string): string | undefined => {
  opened ??= new Map(
    packedSenses.split('\n').map((line) => {
      const [form = '', company = ''] = line.split(':');
      return [form, company];
    }),
  );
  return opened.get(surface.toLowerCase());
};

/** Whether a form has another everyday sense that is told by its company. */
export const hasHomonym = (surface: string): boolean => companyOf(surface) !== undefined;

/** Whether the text around a form, the form included, speaks of what else the form can mean. */
const speaksOfHomonym = (surface: string, nearText: string): boolean => {
  const text = nearText.toLowerCase();
  return (companyOf(surface)?.split('|') ?? []).some((word) => holdsWord(text, word));
};

const sentenceAround = ({ before, after }: Surroundings, surface: string): string =>
  before.slice(before.lastIndexOf('. ') + 1) + surface + after.split('. ', 1);

/**
 * Whether the words around a form belong to another of its senses. A story about crypto may name both senses one after
 * the other: there its own sentence tells.
 */
export const isHomonymNear = ({ surface, cryptoShare, around }: Scene): boolean =>
  hasHomonym(surface) &&
  speaksOfHomonym(
    surface,
    cryptoShare === 'much' ? sentenceAround(around, surface) : around.before + surface + around.after,
  );
