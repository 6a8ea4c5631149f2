import type { BrowserPage } from '../support/browser.ts';

/** Room for what is read above the text. */
const ABOVE_PX = 120;

/** Scrolls the demonstration story to its text, below its picture; another page stays where it is. */
export const showText = (page: BrowserPage): Promise<unknown> =>
  page.evaluate(
    `void scrollBy(0, (document.querySelector('.entry-content')?.getBoundingClientRect().top ?? ${ABOVE_PX}) - ${ABOVE_PX})`,
  );
