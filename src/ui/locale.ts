import browser from 'webextension-polyfill';
import { chosenLanguage } from './strings.ts';

/** BCP 47 tag of the language of the texts: numbers follow it, too, whatever the page is written in. */
export const uiLocale = (): string => chosenLanguage()?.replace('_', '-') ?? browser.i18n.getUILanguage();

/** `rtl` where the language of the texts is written from right to left, as none of those to choose from is. */
export const uiDirection = (): 'ltr' | 'rtl' =>
  chosenLanguage() === null && browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
