import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import messages from '../../src/assets/_locales/en/messages.json' with { type: 'json' };
import { LANGUAGES } from '../../src/domain/languages.ts';
import { SETTING_GROUPS } from '../../src/domain/settings.ts';
import { findDrawnOptions, findDrawnSettings } from '../../src/options/drawn-settings.ts';

interface Entry {
  readonly message: string;
  readonly description: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const entries: readonly (readonly [string, Entry])[] = Object.entries(messages);
const names = new Set(Object.keys(messages));

const sources = readdirSync(new URL('../../src', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8'));
const manifestNames = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, name = '']) => name);

/** Names that the options page makes of the list of settings. */
const made = SETTING_GROUPS.flatMap((group) => [
  `settingGroup_${group}`,
  ...findDrawnSettings(group).flatMap((name) => [
    `setting_${name}`,
    ...findDrawnOptions(name)
      .filter((option) => name !== 'currency' && !LANGUAGES.some((language) => language === option))
      .map((option) => `setting_${name}_${option}`),
  ]),
]);

test('every setting and option that is drawn has its text', () => {
  expect(made.filter((name) => !names.has(name))).toEqual([]);
});

test('every text is used', () => {
  const quoted = new Set([
    ...made,
    ...sources.flatMap((source) => [...source.matchAll(/'(\w+)'/g)].map(([, name]) => name)),
  ]);
  const isUsed = (name: string): boolean =>
    quoted.has(name) || quoted.has(name.replace(/_(one|other)$/, '')) || manifestNames.includes(name);
  expect([...names].filter((name) => !isUsed(name))).toEqual([]);
});

test('every text that the manifest names exists', () => {
  expect(manifestNames.filter((name) => !names.has(name))).toEqual([]);
});

test.each(entries)(
  '%s is described, and uses each of its placeholders once',
  (_name, { message, description, placeholders }) => {
    expect(description).not.toBe('');
    const used = [...message.matchAll(/\$(\w+)\$/g)].map(([, placeholder = '']) => placeholder.toLowerCase());
    expect(used.toSorted()).toEqual(Object.keys(placeholders ?? {}).toSorted());
    const contents = Object.values(placeholders ?? {}).map(({ content }) => content);
    expect(contents.toSorted()).toEqual(contents.map((_content, index) => `$${index + 1}`));
  },
);

test("the description fits the stores' limit", () => {
  expect(messages.extensionDescription.message.length).toBeLessThanOrEqual(132);
});
