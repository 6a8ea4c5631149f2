import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readChips } from '../demo/report.ts';
import { buildFrameworksPage } from '../host-pages/frameworks/page.ts';
import { HOSTILE_PAGE, HUGE_PAGE, OTHER_DOCUMENTS, REPLACED_BODY_PAGE } from '../host-pages/rough/pages.ts';
import type { BrowserPage } from '../support/browser.ts';
import type { ServedPage } from '../support/page-server.ts';
import { until } from '../support/until.ts';
import { BROWSERS, OTHER_HOST, openWorld, type World } from './open-story.ts';

/** What the page's reader copies, and what its scripts read. */
const READ_TEXT = `(() => {
  const root = document.querySelector('article, main');
  getSelection().selectAllChildren(root);
  const copied = getSelection().toString();
  getSelection().removeAllRanges();
  return { text: root.textContent, copied };
})()`;

/** Every node one by one: equal markup alone would not show a text that stayed split. Long documents come as a sum. */
const SERIALISE = `(() => {
  let said = new XMLSerializer().serializeToString(document);
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) said += '|' + walker.currentNode.data;
  if (said.length < 100000) return said;
  let sum = 0;
  for (let at = 0; at < said.length; at += 1) sum = (Math.imul(sum, 31) + said.charCodeAt(at)) | 0;
  return said.length + ' characters, ' + sum;
})()`;

/** Browsers need seconds for 200,000 nodes on a slow machine, with us or without. */
const HUGE_PAGE_MS = 45_000;

const STEPS = [1, 2, 3, 4] as const;

const runSteps = async (page: BrowserPage): Promise<unknown[]> => {
  const texts: unknown[] = [];
  // React shows what was streamed in when it sees fit.
  await until('what is streamed in', () =>
    page.evaluate(`document.querySelector('div[hidden][id^="S:"]') === null`).then(Boolean),
  );
  for (const step of STEPS) {
    await page.evaluate(`runStep(${step})`);
    texts.push(await page.evaluate(READ_TEXT));
  }
  return texts;
};

const PAGES: readonly (readonly [string, () => ServedPage | Promise<ServedPage>])[] = [
  ['drawn by React, Vue, Preact, Svelte and an editor', buildFrameworksPage],
  ['with overridden prototypes and a policy that forbids everything', () => HOSTILE_PAGE],
  ['that exchanges its body', () => REPLACED_BODY_PAGE],
  ['of 200,000 nodes', () => HUGE_PAGE],
];

describe.each(BROWSERS)('Margin Notes as a guest in %s', (name) => {
  let world: World;
  let popup: BrowserPage;
  beforeAll(async () => {
    world = await openWorld(name);
    popup = await world.browser.openExtensionPage('src/popup/index.html');
  });
  afterAll(() => world?.close());

  const block = (sites: readonly string[]): Promise<unknown> =>
    popup.evaluate(
      `(globalThis.browser ?? chrome).storage.local.set({ 'mn-blocked-sites': ${JSON.stringify({ version: 1, value: sites })} })`,
    );

  const isLeft = async (page: BrowserPage): Promise<boolean> =>
    (await page.evaluate(
      `document.getElementsByTagName('mn-chip').length === 0 && !CSS.highlights.has('mn-mention')`,
    )) === true;

  beforeEach(() => block([]));

  it.each(PAGES)(
    'leaves a page %s as it would be without',
    async (_what, build) => {
      const served = await build();
      // The same page on a site where the extension has no business.
      const control = await world.open(served, '/story', OTHER_HOST);
      const texts = await runSteps(control);
      const serialised = await control.evaluate(SERIALISE);
      expect(await control.evaluate('hostErrors')).toEqual([]);
      await control.close();

      const page = await world.open(served);
      await until('chips', async () => (await readChips(page)).length > 0, HUGE_PAGE_MS);
      expect(await runSteps(page)).toEqual(texts);
      await until(
        'chips after the changes',
        async () => {
          expect(await page.evaluate(READ_TEXT)).toEqual(texts.at(-1));
          return (await readChips(page)).length > 0;
        },
        HUGE_PAGE_MS,
      );
      expect(await page.evaluate(`document.querySelectorAll('[contenteditable] mn-chip').length`)).toBe(0);
      await block(['coindesk.com']);
      await until('our nodes to go', () => isLeft(page));
      expect(await page.evaluate(SERIALISE)).toBe(serialised);
      expect(await page.evaluate('hostErrors')).toEqual([]);
      await page.close();
    },
    3 * HUGE_PAGE_MS,
  );

  it('touches no document that has no story', async () => {
    for (const [kind, served] of Object.entries(OTHER_DOCUMENTS)) {
      const control = await world.open(served, `/${kind}`, OTHER_HOST);
      const serialised = await control.evaluate(SERIALISE);
      await control.close();
      const page = await world.open(served, `/${kind}`);
      await page.evaluate('new Promise((resolve) => setTimeout(resolve, 500))');
      expect(await page.evaluate(SERIALISE), kind).toBe(serialised);
      await page.close();
    }
  });

  it('meets no error', () => {
    expect(world.browser.errors).toEqual([]);
  });
});
