import browser from 'webextension-polyfill';

/** BCP 47 tag of the browser's own language: numbers and texts follow it, whatever the page is written in. */
export const uiLocale = (): string => browser.i18n.getUILanguage();

/** `rtl` where the language of the texts is written from right to left. */
export const uiDirection = (): 'ltr' | 'rtl' =>
  browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
