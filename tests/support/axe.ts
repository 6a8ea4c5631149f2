import axe from 'axe-core';
import type { BrowserPage } from './browser.ts';

/** Landmarks are the page's own. A figure is said in words: the name of `$93,512` is `93,512 US dollars`. */
const OFF = ['region', 'label-content-name-mismatch'];
const OPTIONS = JSON.stringify({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: Object.fromEntries(OFF.map((id) => [id, { enabled: false }])),
});

/** axe-core looks into open roots only: for as long as it looks, the host says which closed root is its own. */
const RUN = `async function () {
  const root = this.getRootNode();
  Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
  try {
    const { violations } = await axe.run(root.host, ${OPTIONS});
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
