import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import english from '../../src/assets/_locales/en/messages.json' with { type: 'json' };
import { LANGUAGES } from '../../src/domain/languages.ts';
import { findMentions } from '../../src/domain/mentions/index.ts';

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
type Texts = Readonly<Record<string, Entry>>;

const folder = new URL('../../src/assets/_locales/', import.meta.url);
const readTexts = (language: string): Texts =>
  JSON.parse(readFileSync(new URL(`${language}/messages.json`, folder), 'utf8'));

const source: Texts = english;
const others = LANGUAGES.filter((language) => language !== 'en').map(
  (language) => [language, readTexts(language)] as const,
);

const PLURAL_FORM = /_(zero|one|two|few|many|other)$/;
const counted = new Set(
  Object.keys(source)
    .filter((name) => `${name.replace(PLURAL_FORM, '')}_other` in source && PLURAL_FORM.test(name))
    .map((name) => name.replace(PLURAL_FORM, '')),
);
const isCounted = (name: string): boolean => counted.has(name.replace(PLURAL_FORM, ''));

/** The forms that counts of a list can have: `many` of French begins at a million. */
const findPluralForms = (language: string): ReadonlySet<string> => {
  const rules = new Intl.PluralRules(language.replace('_', '-'));
  return new Set(['other', ...Array.from({ length: 200 }, (_each, count) => rules.select(count))]);
};

/** Every name that a language must have, which is every one that it may have. */
const findNames = (language: string): readonly string[] => [
  ...Object.keys(source).filter((name) => !isCounted(name)),
  ...[...counted].flatMap((name) => [...findPluralForms(language)].map((form) => `${name}_${form}`)),
];

/** The English text that a text translates. */
const toSource = (name: string): Entry | undefined =>
  source[name] ?? source[name.replace(PLURAL_FORM, '_other')];

const findPlaceholders = (text: string): readonly string[] =>
  [...text.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name).toSorted();
const hasWords = (text: string): boolean => /\p{L}/u.test(text.replaceAll(/\$\w+\$/g, ''));

/** Texts that are rightly the same as in English: our name, signs of units, and words that the market took over. */
const SAME_EVERYWHERE = ['extensionName', 'textDirection'];
const UNITS = ['change1h', 'change24h', 'change7d', 'alertWindow1h', 'alertWindow24h', 'chipLiquidations'];
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: [
    ...UNITS.filter((name) => name !== 'change7d'),
    'liquidationsLong',
    'liquidationsShort',
    'alertInWindow',
    'badgeTitle',
    'tickerCoin',
  ],
  es: [...UNITS, 'cardExchange'],
  fr: [
    ...UNITS.filter((name) => name !== 'change7d'),
    'sourceLiquidations',
    'alertKindLiquidations',
    'sourcesHeading',
    'sitesHeading',
    'sideLong',
    'sideShort',
  ],
  pt_BR: [...UNITS, 'sitesHeading'],
  tr: [
    'liquidationsLong',
    'liquidationsShort',
    'sideLong',
    'sideShort',
    'chipLong',
    'chipShort',
    'tickerCoin',
  ],
};

test('every language to choose from has its texts, and no other has', () => {
  expect(readdirSync(folder).toSorted()).toEqual([...LANGUAGES].toSorted());
});

test.each(others)('%s has every text of English and no other', (language, texts) => {
  expect(Object.keys(texts).toSorted()).toEqual(findNames(language).toSorted());
});

test.each(others)('%s puts what English puts into each text', (_language, texts) => {
  const unequal = Object.entries(texts).filter(([name, { message, placeholders = {} }]) => {
    const wanted = toSource(name);
    const contents = Object.fromEntries(
      Object.entries(placeholders).map(([key, { content }]) => [key, content]),
    );
    const wantedContents = Object.fromEntries(
      Object.entries(wanted?.placeholders ?? {}).map(([key, { content }]) => [key, content]),
    );
    return (
      String(findPlaceholders(message)) !== String(findPlaceholders(wanted?.message ?? '')) ||
      JSON.stringify(contents) !== JSON.stringify(wantedContents)
    );
  });
  expect(unequal.map(([name]) => name)).toEqual([]);
});

test.each(others)('%s leaves nothing in English but what it shares with it', (language, texts) => {
  const left = Object.entries(texts).filter(
    ([name, { message }]) => message === source[name]?.message && hasWords(message),
  );
  const shared = [...SAME_EVERYWHERE, ...(SAME[language] ?? [])];
  expect(left.map(([name]) => name).toSorted()).toEqual(shared.toSorted());
});

test.each([['en', source] as const, ...others])(
  '%s sets quotes and ellipses as print does',
  (_language, texts) => {
    const typed = Object.entries(texts).filter(([, { message }]) => /['"]|\.\.\./.test(message));
    expect(typed.map(([name]) => name)).toEqual([]);
  },
);

test.each(others)('%s names itself, and fits the stores', (language, texts) => {
  expect(texts['languageTag']?.message).toBe(language.replace('_', '-'));
  expect(texts['extensionName']?.message.length).toBeLessThanOrEqual(75);
  expect(texts['extensionDescription']?.message.length).toBeLessThanOrEqual(132);
});

test.each(others)('%s keeps the words of a chip and of narrow columns short', (_language, texts) => {
  const narrow = [
    'change1h',
    'change24h',
    'change7d',
    'columnWeek',
    'columnPrice',
    'liquidationsLong',
    'liquidationsShort',
    'cardThen',
    'cardNow',
    'cardChange',
  ];
  expect(narrow.filter((name) => (texts[name]?.message.length ?? 0) > 12)).toEqual([]);
});

test.each([['en', source] as const, ...others])(
  '%s names in its sample paragraph what the notes then find',
  (_language, texts) => {
    const [mentions = []] = findMentions([texts['welcomeStory']?.message ?? ''], {});
    expect(mentions.map(({ id }) => id)).toEqual([
      'bitcoin',
      'ethereum',
      'solana',
      'dogecoin',
      'venue:okx',
      'venue:gate',
    ]);
  },
);
