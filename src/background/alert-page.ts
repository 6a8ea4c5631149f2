import browser from 'webextension-polyfill';
import type { CoinId } from '../domain/coins/coin.ts';

const PAGE = 'src/options/index.html';

/** Opens the options where an alert for the coin is written: a page of the web cannot lead there itself. */
export const openAlertPage = async (coinId: CoinId): Promise<void> => {
  const url = browser.runtime.getURL(`${PAGE}#alert=${encodeURIComponent(coinId)}`);
  await browser.tabs.create({ url });
};
