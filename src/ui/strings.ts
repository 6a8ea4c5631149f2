import browser from 'webextension-polyfill';
import type messages from '../assets/_locales/en/messages.json';

/** Every text that a reader can see, by its name in `_locales`. */
export type MessageName = keyof typeof messages;

/** The text in the browser's language, with `$1`, `$2` … replaced in order. */
export const message = (name: MessageName, ...substitutions: readonly string[]): string =>
  browser.i18n.getMessage(name, [...substitutions]);
