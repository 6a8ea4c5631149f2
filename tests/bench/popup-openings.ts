import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { BrowserPage } from '../support/browser.ts';
import { buildExtension } from '../support/build-extension.ts';
import { until } from '../support/until.ts';
import { bundle } from './cold-page.ts';

const POPUP = 'src/popup/index.html';
const PATHS = { built: POPUP, empty: 'empty/index.html', asking: 'asking/index.html' } as const;
export type Popup = keyof typeof PATHS;

const OpeningSchema = v.object({
  /** From the start of the popup's document until the frame that shows what it is for was drawn. */
  shownMs: v.number(),
  /** Frames before that one in which there was something to see, and not yet that. */
  framesBefore: v.number(),
});
export type Opening = v.InferOutput<typeof OpeningSchema>;

/** Counts frames from within the popup, the same in both. A message to oneself comes behind the drawing of the frame. */
const WATCH = `(() => {
  const isShown = () => [...document.querySelectorAll('.coin-row .price, .empty')].some(({ textContent }) => /\\d/.test(textContent));
  let framesBefore = 0;
  const look = () => {
    const { port1, port2 } = new MessageChannel();
    const shown = document.body && isShown();
    if (document.querySelector('h1') && !shown) framesBefore += 1;
    if (!shown) return requestAnimationFrame(look);
    port1.onmessage = () => { globalThis.mnOpening = { shownMs: performance.now(), framesBefore }; };
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
})();`;

const BARE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Margin Notes</title><script type="module" src="./index.js"></script></head><body></body></html>';

const watched = (html: string): string => html.replace('<head>', '<head><script src="/watch.js"></script>');

/** Gives `use` the built extension with the popups, each of which counts its frames; gone afterwards. */
export const withWatchedPopups = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'margin-notes-popups-'));
  try {
    buildExtension('chromium', folder);
    writeFileSync(join(folder, 'watch.js'), WATCH);
    writeFileSync(join(folder, POPUP), watched(readFileSync(join(folder, POPUP), 'utf8')));
    for (const name of ['empty', 'asking'] as const) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'index.js'), await bundle(`tests/bench/${name}-popup.ts`));
      writeFileSync(join(folder, PATHS[name]), watched(BARE));
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const OPENED = `chrome.extension.getViews({ type: 'popup' })[0]`;

/** Opens the popup under the toolbar button as a click on it does, and closes it again. `desk`: a page of the extension. */
export const openPopup = async (desk: BrowserPage, popup: Popup): Promise<Opening> => {
  const path = JSON.stringify(PATHS[popup]);
  await desk.evaluate(`chrome.action.setPopup({ popup: ${path} }).then(() => chrome.action.openPopup())`);
  const opening = await until(`the ${popup} popup`, () => desk.evaluate(`${OPENED}?.mnOpening`));
  await desk.evaluate(`void ${OPENED}?.close()`);
  await until('no popup', () => desk.evaluate(`${OPENED} === undefined`));
  return v.parse(OpeningSchema, opening);
};
