import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Settings } from '../domain/settings.ts';
import type { Texts } from '../platform/protocol.ts';
import { chooseTexts } from '../ui/strings.ts';

/** A file of `_locales`, which browsers read for themselves and only in their own language. */
const MessagesSchema = v.record(
  v.string(),
  v.object({
    message: v.string(),
    placeholders: v.optional(v.record(v.string(), v.object({ content: v.string() }))),
  }),
);

/** A text with its placeholders' own contents, `$1`, `$2` …, in the place of their names. */
const toText = ({ message, placeholders = {} }: v.InferOutput<typeof MessagesSchema>[string]): string =>
  message.replaceAll(/\$(\w+)\$/g, (_whole, name: string) => placeholders[name.toLowerCase()]?.content ?? '');

/** Null for the browser's own language, and where the file cannot be read. */
const readFile = async (language: Settings['language']): Promise<Texts | null> => {
  if (language === 'browser') return null;
  try {
    const response = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`));
    const messages = v.parse(MessagesSchema, await response.json());
    const texts = Object.entries(messages).map(([name, entry]) => [name, toText(entry)] as const);
    return { language, texts: Object.fromEntries(texts) };
  } catch {
    return null;
  }
};

export interface ChosenTexts {
  /**
   * The texts of the language that the reader chose, null for the browser's own. From then on the background speaks it too:
   * to be called before anything is said.
   */
  load(settings: Settings): Promise<Texts | null>;
}

/** Reads the file of each language once in the life of the background; one that could not be read is read again. */
export const createChosenTexts = (): ChosenTexts => {
  let kept: { readonly language: Settings['language']; readonly texts: Promise<Texts | null> } | null = null;
  return {
    async load({ language }) {
      if (kept?.language !== language) kept = { language, texts: readFile(language) };
      const asked = kept;
      const texts = await asked.texts;
      // A later choice wins over the file of an earlier one.
      if (kept !== asked) return texts;
      chooseTexts(texts);
      if (texts === null) kept = null;
      return texts;
    },
  };
};
