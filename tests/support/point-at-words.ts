import type { BrowserPage } from './browser.ts';
import { until } from './until.ts';

/** The middle of the first place where the page's body says the words, scrolled into view; null where it does not. */
const FIND_WORDS = `async (words) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = '';
  const nodes = [];
  while (walker.nextNode()) {
    nodes.push([text.length, walker.currentNode]);
    text += walker.currentNode.data;
  }
  const start = text.indexOf(words);
  if (start < 0) return null;
  const at = start + Math.floor(words.length / 2);
  const [from, node] = nodes.findLast(([offset]) => offset <= at);
  const range = document.createRange();
  range.setStart(node, at - from);
  range.setEnd(node, at - from + 1);
  node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const { x, y, width, height } = range.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}`;

/** Moves the mouse onto words of the page that no element of their own surrounds. */
export const pointAtWords = async (page: BrowserPage, words: string): Promise<void> => {
  const point = await until(
    `the words ${words}`,
    async () =>
      (await page.evaluate(`(${FIND_WORDS})(${JSON.stringify(words)})`)) as { x: number; y: number } | null,
  );
  if (!point) throw new Error(`The page does not say ${words}`);
  await page.bringToFront();
  // A pointer that has come from elsewhere moves: one that was there all the time does not.
  await page.moveMouse(point.x + 3, point.y);
  await page.moveMouse(point.x, point.y);
};
