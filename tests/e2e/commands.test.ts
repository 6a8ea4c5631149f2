import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCard, readPanel } from '../demo/report.ts';
import type { BrowserPage } from '../support/browser.ts';
import type { FirefoxBrowser } from '../support/firefox.ts';
import { pressShortcut } from '../support/firefox-keys.ts';
import { type Command, pressCommand } from '../support/press-command.ts';
import { sleep, until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const API = '(globalThis.browser ?? chrome)';
const POPUP = `${API}.extension.getViews({ type: 'popup' })[0]`;

const STORY = toPage('<main><p>Bitcoin and Ethereum rose.</p></main>');

/** Answered in the world that our scripts share in a page: what each of them leaves there. */
const toScriptsQuestion = (url: string): string => `(async () => {
  const [{ id: tabId }] = await ${API}.tabs.query({ url: ${JSON.stringify(url)} });
  const func = () => JSON.stringify({ first: Boolean(globalThis.mnSession), second: Boolean(globalThis.mnDetails) });
  const [{ result }] = await ${API}.scripting.executeScript({ target: { tabId }, func });
  return result;
})()`;

describe.each(BROWSERS)('the commands in %s', (name) => {
  let world: World;
  let page: BrowserPage;
  let desk: BrowserPage;
  /** Which of our scripts ran in the tab of an address. */
  const readScripts = async (url: string): Promise<{ first: boolean; second: boolean }> =>
    JSON.parse(String(await desk.evaluate(toScriptsQuestion(url))));
  const press = (command: Command): Promise<void> => pressCommand(world.browser, page, command);

  beforeAll(async () => {
    world = await openWorld(name);
    // A page of ours that listens to nothing.
    desk = await world.browser.openExtensionPage('icons/icon-16.png');
    page = await world.open(STORY);
    await waitForChips(page);
  });
  afterAll(() => world?.close());

  it('have the keys that the manifest suggests, each its own', async () => {
    const commands = (await desk.evaluate(`${API}.commands.getAll()`)) as {
      name: string;
      shortcut: string;
      description: string | null;
    }[];
    const keys = Object.fromEntries(commands.map((each) => [each.name, each.shortcut]));
    expect(keys).toEqual({
      _execute_action: 'Alt+Shift+M',
      'next-note': 'Alt+Shift+J',
      'toggle-panel': 'Alt+Shift+L',
      'toggle-site': 'Alt+Shift+O',
    });
    expect(commands.filter(({ description }) => description?.includes('__MSG'))).toEqual([]);
  });

  it('lead from note to note, whose cards open', async () => {
    await press('next-note');
    const first = await until('a card', () => readCard(page));
    expect(first.id).toBe('bitcoin');
    await press('next-note');
    await until('the card of the next note', async () => (await readCard(page))?.id === 'ethereum');
    await page.press('Escape');
    await until('no card', async () => (await readCard(page)) === null);
  });

  it('open the panel and put it away', async () => {
    await press('toggle-panel');
    await until('the panel', async () => (await readPanel(page)) !== null);
    await press('toggle-panel');
    await until('no panel', async () => (await readPanel(page)) === null);
  });

  it('turn Margin Notes off for new pages of this site, in which nothing runs but the check', async () => {
    await press('toggle-site');
    await until('the page as it was', async () => (await page.findAll('mn-chip')).length === 0);
    const other = await world.open(STORY, '/other');
    const url = String(await other.evaluate('location.href'));
    await until('the check', async () => (await readScripts(url)).first);
    await sleep(1500);
    expect(await other.evaluate(`'<!doctype html>' + document.documentElement.outerHTML`)).toBe(STORY.body);
    expect(await other.evaluate('[...CSS.highlights.keys()]')).toEqual([]);
    expect(await readScripts(url)).toEqual({ first: true, second: false });
    await press('toggle-site');
    await other.bringToFront();
    await waitForChips(other);
    await until('the second script', async () => (await readScripts(url)).second);
    await other.close();
    await page.bringToFront();
    await waitForChips(page);
  });

  it('turn Margin Notes off on this site and on again', async () => {
    await press('toggle-site');
    await until('the page as it was', async () => (await page.findAll('mn-chip')).length === 0);
    await press('toggle-site');
    await waitForChips(page);
  });

  it('open the popup over the page, with figures and the switch of its site', async () => {
    await page.bringToFront();
    if (name === 'firefox') await pressShortcut(world.browser as FirefoxBrowser, 'M');
    else await desk.evaluate('chrome.action.openPopup()');
    await until('the popup', () =>
      desk.evaluate(`Boolean(${POPUP}?.document.querySelector('.coin-row .mn-live'))`),
    );
    expect(await desk.evaluate(`${POPUP}.document.querySelector('[name=site]').checked`)).toBe(true);
    await desk.evaluate(`void ${POPUP}.close()`);
    // Chromium's own way of showing a picture by itself offends the policy of our pages.
    expect(world.browser.errors.filter(({ url }) => !url.endsWith('.png'))).toEqual([]);
  });
});
