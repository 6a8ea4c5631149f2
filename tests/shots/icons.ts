/** `npm run icons`: draws the PNG icons anew from the two SVGs: `icon.svg` for light toolbars, `icon-dark.svg` for dark. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../support/install-browser.ts';

const ICONS = fileURLToPath(new URL('../../src/assets/icons/', import.meta.url));
/** CSS pixels: a toolbar and its doubles, the list of extensions, the stores. */
const SIZES = [16, 32, 48, 64, 128];

const browser = await chromium.launch({
  executablePath: ensureBrowser('chromium'),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  for (const name of ['icon', 'icon-dark']) {
    const svg = readFileSync(join(ICONS, `${name}.svg`), 'utf8');
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
      await page.screenshot({ path: join(ICONS, `${name}-${size}.png`), omitBackground: true });
    }
  }
} finally {
  await browser.close();
}
