import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const CSS = readFileSync(new URL('../../../src/content/annotate/chip.css', import.meta.url), 'utf8');
/** The page's sheet shows and hides notes by this one. */
const GIVEN = ['--mn-chip'];

test('a note takes no colour from variables of the page', () => {
  const used = new Set([...CSS.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const own = new Set([...CSS.matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name));
  expect([...used].filter((name) => !own.has(name))).toEqual(GIVEN);
});
