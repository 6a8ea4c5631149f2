import type { BrowserPage } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { readChips } from './report.ts';

const PATIENCE_MS = 30_000;

/** Chips come when the page has settled, figures when the market has answered: until none is waiting any more. */
export const waitForFigures = (page: BrowserPage): Promise<boolean> =>
  until(
    'figures on the page',
    async () => {
      const chips = await readChips(page);
      return chips.length > 0 && chips.every(({ state }) => state !== 'pending' && state !== '');
    },
    PATIENCE_MS,
  );
