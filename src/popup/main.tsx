import { render } from 'preact';
import browser from 'webextension-polyfill';
import { settingsItem, watchListItem } from '../platform/stored-items.ts';
import { loadTexts } from '../ui/load-texts.ts';
import { uiDirection, uiLocale } from '../ui/locale.ts';
import { loadCoinLabels } from './coin-label.ts';
import { Popup } from './Popup.tsx';

/** A background that hangs must not keep the popup shut. */
const LONGEST_WAIT_MS = 300;

const start = async (): Promise<void> => {
  const [settings, coinIds] = await Promise.all([settingsItem.read(), watchListItem.read()]);
  await Promise.all([loadTexts(settings), loadCoinLabels(coinIds)]);
};
await Promise.race([start(), new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))]);

document.documentElement.lang = uiLocale();
document.documentElement.dir = uiDirection();
render(<Popup />, document.body);

// A popup is as wide as its content; in a tab (Firefox for Android opens it there) the content is as wide as the window.
if (await browser.tabs.getCurrent()) document.documentElement.classList.add('in-tab');
