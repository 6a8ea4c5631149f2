import axe from 'axe-core';
import type { BrowserPage } from './browser.ts';

/**
 * axe-core looks into open roots only: for as long as it looks, the host says which closed root is its own. The page's
 * landmarks and headings are the page's.
 */
const RUN = `async function () {
  const root = this.getRootNode();
  Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
  try {
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run(root.host, { runOnly, rules: { region: { enabled: false } } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary));
  } finally {
    delete root.host.shadowRoot;
  }
}`;

/** What axe-core finds wrong with the surface whose inner element the path names, one line each, in the real layout. */
export const findAxeProblems = async (page: BrowserPage, path: string): Promise<string[]> => {
  await page.evaluate(`globalThis.axe ? null : void (() => { ${axe.source} })()`);
  const element = await page.waitFor(path);
  return (await element.call(RUN)) as string[];
};
