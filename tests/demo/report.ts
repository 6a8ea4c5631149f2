import type { Note } from '../../src/platform/protocol.ts';
import type { BrowserError, BrowserPage, ExtensionBrowser, PageElement } from '../support/browser.ts';

/** What the demo saw on the page, in the card and in the popup. Ids are CoinGecko's, or `venue:` and a venue's. */
export interface Report {
  readonly mentions: readonly Note[];
  readonly chips: readonly { readonly id: string; readonly text: string; readonly state: string }[];
  readonly ticker: { readonly replaced: number; readonly items: readonly Item[] };
  readonly card: Item | null;
  readonly popup: readonly Item[];
  readonly errors: readonly BrowserError[];
}

export interface Item {
  readonly id: string;
  readonly text: string;
}

/** What a reader sees, with the spaces that layout makes of line ends. */
const readText = async (element: PageElement): Promise<string> =>
  (await element.text()).replaceAll(/\s+/g, ' ').trim();

const readItems = async (page: BrowserPage, path: string): Promise<Item[]> =>
  Promise.all(
    (await page.findAll(path)).map(async (element) => ({
      id: (await element.attribute('data-id')) ?? '',
      text: await readText(element),
    })),
  );

export const readChips = async (page: BrowserPage): Promise<Report['chips']> =>
  Promise.all(
    (await page.findAll('mn-chip >>> .chip')).map(async (button) => ({
      id: (await button.attribute('data-id')) ?? '',
      text: await readText(button),
      state: (await button.attribute('data-state')) ?? '',
    })),
  );

export const readTickerItems = (page: BrowserPage): Promise<Item[]> =>
  readItems(page, 'mn-ticker >>> ul:not(.echo) > li');

export const readPopupItems = (page: BrowserPage): Promise<Item[]> => readItems(page, '.coin-row[data-id]');

export const readCard = async (page: BrowserPage): Promise<Item | null> =>
  (await readItems(page, 'mn-card >>> .card'))[0] ?? null;

/** The text of the open panel; null while there is none. */
export const readPanel = async (page: BrowserPage): Promise<string | null> => {
  const [panel] = await page.findAll('mn-panel >>> .panel');
  return panel ? readText(panel) : null;
};

/** The notes of the one tab that carries any, told by the content script to a page of the extension. */
const readNotes = async (extensionPage: BrowserPage): Promise<{ notes: Note[]; tickersReplaced: number }> => {
  const answer = await extensionPage.evaluate(`(async () => {
    const api = globalThis.browser ?? globalThis.chrome;
    for (const { id } of await api.tabs.query({})) {
      const answer = await api.tabs.sendMessage(id, { mn: 'readPageNotes', request: {} }, { frameId: 0 }).catch(() => null);
      if (answer) return answer;
    }
    return { notes: [], tickersReplaced: 0 };
  })()`);
  return answer as { notes: Note[]; tickersReplaced: number };
};

/** Reads everything but the pictures. The card is that which is open on the page. */
export const readReport = async (
  browser: ExtensionBrowser,
  page: BrowserPage,
  popup: BrowserPage,
): Promise<Report> => {
  const { notes, tickersReplaced } = await readNotes(popup);
  return {
    mentions: notes,
    chips: await readChips(page),
    ticker: { replaced: tickersReplaced, items: await readTickerItems(page) },
    card: await readCard(page),
    popup: await readPopupItems(popup),
    errors: browser.errors,
  };
};
