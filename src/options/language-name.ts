import type { LANGUAGES } from '../domain/languages.ts';

/** By its script, Chinese is called 简体中文 and 繁體中文; by its country it would get a bracket. */
const SCRIPTS: Readonly<Record<string, string>> = { zh_CN: 'zh-Hans', zh_TW: 'zh-Hant' };

/** What a language is called in that language, such as "português (Brasil)". */
export const toLanguageName = (language: (typeof LANGUAGES)[number]): string => {
  const tag = SCRIPTS[language] ?? language.replace('_', '-');
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? language;
};
