import { readFileSync } from 'node:fs';
import type { BrowserPage } from './browser.ts';

type Texts = Readonly<Record<string, { readonly message: string }>>;

const readTexts = (language: string): Texts =>
  JSON.parse(
    readFileSync(new URL(`../../src/assets/_locales/${language}/messages.json`, import.meta.url), 'utf8'),
  );

const toPattern = (message: string): RegExp => {
  const parts = message.split(/\$\w+\$/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+?')}$`);
};

const hasWords = (message: string): boolean => /\p{L}/u.test(message.replaceAll(/\$\w+\$/g, ''));

/** Words that no other language of ours has. */
const ENGLISH_WORDS = /\b(?:the|and|of|with|your|from|since|not|are)\b/i;

/** Which of some texts are English where a reader of `language` should find their own. */
export const findEnglish = (texts: readonly string[], language: string): readonly string[] => {
  const own = readTexts(language);
  const patterns = Object.entries(readTexts('en'))
    .filter(([name, { message }]) => hasWords(message) && own[name]?.message !== message)
    .map(([, { message }]) => toPattern(message));
  return texts.filter((text) => ENGLISH_WORDS.test(text) || patterns.some((pattern) => pattern.test(text)));
};

/** All that is read or read aloud in an element: texts, and the names and titles of what has them. Names of coins to choose from are left out. */
const READ_ALL_TEXTS = `function () {
  const texts = [];
  for (const element of [this, ...this.querySelectorAll('*')]) {
    if (element.closest('style, script, optgroup')) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-description']) texts.push(element.getAttribute(name) ?? '');
    for (const { nodeType, data } of element.childNodes) if (nodeType === Node.TEXT_NODE) texts.push(...data.split(' · '));
  }
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}`;

/** Every text in the elements that a path names. @throws when there is none. */
export const readAllTexts = async (page: BrowserPage, path: string): Promise<readonly string[]> => {
  await page.waitFor(path);
  const elements = await page.findAll(path);
  return (await Promise.all(elements.map((element) => element.call(READ_ALL_TEXTS)))).flat() as string[];
};
