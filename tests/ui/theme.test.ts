import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../src/ui/theme.css', import.meta.url), 'utf8');

/** The light and the dark value of each colour token. */
const colours = new Map(
  [...css.matchAll(/(--mn-[a-z]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** Relative luminance after WCAG 2.2. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (a: string, b: string): number => {
  const [brighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (brighter + 0.05) / (darker + 0.05);
};

const TEXTS = ['--mn-ink', '--mn-muted', '--mn-accent', '--mn-green', '--mn-red'];
const GROUNDS = ['--mn-paper', '--mn-raised'];
const pairs = TEXTS.flatMap((text) => GROUNDS.map((ground) => ({ text, ground })));

test.each(pairs)('$text on $ground is readable (WCAG AA) in light and in dark', ({ text, ground }) => {
  for (const scheme of ['light', 'dark'] as const) {
    const [inText = '', onGround = ''] = [colours.get(text)?.[scheme], colours.get(ground)?.[scheme]];
    expect(contrast(inText, onGround)).toBeGreaterThanOrEqual(4.5);
  }
});
