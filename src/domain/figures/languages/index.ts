import type { Lexicon } from '../lexicon.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { zh } from './zh.ts';

/** The languages of the site list. To add one: its lexicon, a line here and its small words in `guess-language`. */
export const lexicons = { de, en, es, fr, ja, ko, pt, ru, tr, zh } as const satisfies Record<string, Lexicon>;

export type LanguageCode = keyof typeof lexicons;
