import axe from 'axe-core';
import type { BrowserPage } from './browser.ts';

/** What axe-core finds wrong with a page in a real browser, contrast and target sizes included; one line each. */
export const findAxeViolationsInPage = async (page: BrowserPage): Promise<string[]> => {
  await page.evaluate(`(() => { ${axe.source}; return true; })()`);
  return (await page.evaluate(
    `axe.run(document).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
  )) as string[];
};
