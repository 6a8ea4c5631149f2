import * as v from 'valibot';
import { expect, it } from 'vitest';
import { plainText } from '../../src/sources/plain-text.ts';

it.each([
  ['Bitcoin', 'Bitcoin'],
  ['Pudgy Penguins 🐧', 'Pudgy Penguins 🐧'],
  ['币安人生', '币安人生'],
  ['\u202Etib\u2066coin\u0000\u200B', 'tibcoin'],
  ['X'.repeat(10_000), 'X'.repeat(60)],
])('%# stands among our words as %s', (text, plain) => {
  expect(v.parse(plainText(60), text)).toBe(plain);
});
