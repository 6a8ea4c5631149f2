// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { findPageScheme, readLightness } from '../../src/content/page-scheme.ts';

test.each([
  ['rgb(255, 255, 255)', 1],
  ['rgb(0, 0, 0)', 0],
  ['rgba(0, 0, 0, 0)', null],
  ['transparent', null],
  ['rgba(20, 20, 20, 0.95)', 0.08],
  ['color(srgb 0.1 0.1 0.1)', 0.1],
  ['color(display-p3 0.9 0.9 0.9)', 0.9],
  ['oklch(0.21 0.03 264)', 0.21],
  ['lab(12.3 0 -4)', 0.123],
])('the lightness of %s', (colour, lightness) => {
  const read = readLightness(colour);
  if (lightness === null) expect(read).toBeNull();
  else expect(read).toBeCloseTo(lightness, 2);
});

test.each([
  ['<main style="background-color: rgb(16, 18, 22)"><p>Text</p></main>', 'dark'],
  [
    '<div style="background-color: rgb(16, 18, 22)"><main style="background-color: rgb(250, 250, 250)"><p>Text</p></main></div>',
    'light',
  ],
  ['<p style="color: rgb(230, 230, 230)">Text</p>', 'dark'],
  ['<p style="color: rgb(20, 20, 20)">Text</p>', 'light'],
])('the ground under the text of %s', (html, scheme) => {
  document.body.innerHTML = html;
  expect(findPageScheme(document.querySelector('p') as Element)).toBe(scheme);
});
