import { openLanguage } from './language.ts';
import { type LanguageCode, lexicons } from './languages/index.ts';

/** How much of a text is looked at; a language shows in its first lines. */
const SAMPLE = 4000;

/** Scripts that name their language. Kana come before ideographs, which Japanese uses too. */
const SCRIPTS: readonly (readonly [RegExp, LanguageCode])[] = [
  [/[\u3041-\u30ff]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
];

/** Letters of another script in a text that is not written in it: a name or two. */
const SCRIPT_SHARE = 0.15;

/** Words that hardly a sentence does without, and letters that the others do not have. */
const SMALL_WORDS: Readonly<Partial<Record<LanguageCode, RegExp>>> = {
  en: /(?<!\p{L})(?:the|of|and|to|in|on|at|was|by|with|for|its|is|from|an|as)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:el|la|los|las|en|un|una|unos|y|del|que|por|con|al|de|más|su|se)(?!\p{L})|ñ/giu,
  pt: /(?<!\p{L})(?:o|os|as|em|um|uma|e|do|da|dos|das|na|no|nas|que|por|com|ao|de|mais|foram)(?!\p{L})|[ãõ]|ção/giu,
  de: /(?<!\p{L})(?:der|die|das|und|in|um|auf|bei|von|wurden|den|dem|mit|im|ein|für|ist|zu)(?!\p{L})|ß/giu,
  fr: /(?<!\p{L})(?:le|la|les|et|en|un|une|du|des|que|par|au|aux|de|sur|dans|plus|ont|avec|été|est|pour|qui|ce|cette|se)(?!\p{L})|(?<!\p{L})à(?!\p{L})|[ldLD]['’](?=\p{L})|[èêçù]/gu,
  tr: /(?<!\p{L})(?:ve|bir|bu|ile|için|son|daha|yüzde|olarak|da|de|olan|dolar\p{L}*)(?!\p{L})|[ışğ]/giu,
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const guessByScript = (sample: string): LanguageCode | null => {
  const letters = count(sample, /\p{L}/gu);
  const found = SCRIPTS.find(([script]) => count(sample, script) > letters * SCRIPT_SHARE);
  return found?.[1] ?? null;
};

/** Small words and, because a headline may have none, the words for rising and falling that figures come with. */
const countWords = (sample: string, code: LanguageCode): number => {
  const moves = openLanguage(code).cues.filter(([kind]) => kind === 'rise' || kind === 'fall');
  return moves.reduce(
    (sum, [, pattern]) => sum + count(sample, pattern),
    count(sample, SMALL_WORDS[code] ?? /$^/),
  );
};

/** The language in which a text is written, by its script and its small words; English when nothing tells. */
export const guessLanguage = (text: string): LanguageCode => {
  const sample = text.slice(0, SAMPLE);
  const byScript = guessByScript(sample);
  if (byScript !== null) return byScript;
  let best: LanguageCode = 'en';
  let most = countWords(sample, best);
  for (const code of ['es', 'pt', 'de', 'fr', 'tr'] as const) {
    const hits = countWords(sample, code);
    if (hits > most) [best, most] = [code, hits];
  }
  return best;
};

/** The language that a page states (BCP 47), when it is one of ours. */
export const findStatedLanguage = (tag: string | undefined): LanguageCode | null => {
  const code = tag?.toLowerCase().split('-')[0] ?? '';
  return code in lexicons ? (code as LanguageCode) : null;
};
