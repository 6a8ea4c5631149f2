import browser from 'webextension-polyfill';
import type messages from '../assets/_locales/en/messages.json';
import type { Texts } from '../platform/protocol.ts';

/** Every text that a reader can see, by its name in `_locales`. */
export type MessageName = keyof typeof messages;

declare global {
  /** What the reader chose over the browser's own language. Both scripts of a page share it: they share their world. */
  var mnTexts: Texts | null | undefined;
}

/** Makes all texts from now on those of a language; null for the browser's own. */
export const chooseTexts = (texts: Texts | null): void => {
  globalThis.mnTexts = texts;
};

/** The language that the reader chose, as its folder is called; null for the browser's own. */
export const chosenLanguage = (): Texts['language'] | null => globalThis.mnTexts?.language ?? null;

const fill = (text: string, substitutions: readonly string[]): string =>
  text.replaceAll(/\$(\d)/g, (_whole, at: string) => substitutions[Number(at) - 1] ?? '');

/** The text in the reader's language, with `$1`, `$2` … replaced in order. */
export const message = (name: MessageName, ...substitutions: readonly string[]): string => {
  const text = globalThis.mnTexts?.texts[name];
  return text === undefined ? browser.i18n.getMessage(name, [...substitutions]) : fill(text, substitutions);
};
