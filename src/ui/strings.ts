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

/** Each stands for itself, so that the browser gives a text with its places still open. */
const PLACES = Array.from({ length: 9 }, (_, at) => `$${at + 1}`);

const ownTexts = new Map<MessageName, string>();

/** The browser's own text: asking for it is slow, and every tick writes the same few. */
const readOwn = (name: MessageName): string => {
  const known = ownTexts.get(name) ?? browser.i18n.getMessage(name, PLACES);
  ownTexts.set(name, known);
  return known;
};

/** The text in the reader's language, with `$1`, `$2` … replaced in order. */
export const message = (name: MessageName, ...substitutions: readonly string[]): string =>
  fill(globalThis.mnTexts?.texts[name] ?? readOwn(name), substitutions);
