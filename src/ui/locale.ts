import browser from 'webextension-polyfill';
import { chosenLanguage, message } from './strings.ts';

const toLanguage = (tag: string): string => tag.slice(0, 2);

let ownLanguage: string | undefined;

/**
 * BCP 47 tag of the language of the texts: numbers follow it, too, whatever the page is written in. The browser's own language where
 * the texts are in it, with its country; a browser in a language that has no texts shows English.
 */
export const uiLocale = (): string => {
  const chosen = chosenLanguage();
  if (chosen !== null) return chosen.replace('_', '-');
  ownLanguage ??= browser.i18n.getUILanguage();
  const own = ownLanguage;
  const shown = message('languageTag');
  return shown === '' || toLanguage(own) === toLanguage(shown) ? own : shown;
};

/** How the language of the texts is written. A browser that is written from right to left may lack texts of ours and show English. */
export const uiDirection = (): 'ltr' | 'rtl' => (message('textDirection') === 'rtl' ? 'rtl' : 'ltr');
