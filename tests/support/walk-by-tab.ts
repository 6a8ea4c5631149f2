import type { BrowserPage } from './browser.ts';

/** What a keyboard met on its way through a page. Elements are named as they are read aloud. */
export interface Walk {
  /** Everything that takes the focus, in the order in which it is read; of a group of radio buttons the chosen one. */
  readonly expected: readonly string[];
  /** What had the focus, press by press. */
  readonly met: readonly string[];
  /** What looked with the focus as it looks without. */
  readonly unmarked: readonly string[];
}

const PREPARE = `(() => {
  const isChosen = (field) => field.type !== 'radio' || field.checked;
  const name = (element) => {
    const { ariaLabel, labels, name, textContent, placeholder, value } = element;
    const text = ariaLabel || labels?.[0]?.textContent || textContent || placeholder;
    return [name, element.type === 'radio' ? value : text.trim().slice(0, 40)].filter(Boolean).join(' ');
  };
  const look = (element) =>
    JSON.stringify([element, element.parentElement, element.nextElementSibling].map((each) => {
      const { outline, boxShadow, borderColor, opacity } = each ? getComputedStyle(each) : {};
      return [outline, boxShadow, borderColor, opacity];
    }));
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(
    (element) => !element.disabled && element.tabIndex >= 0 && element.getClientRects().length > 0 && isChosen(element),
  );
  const met = [];
  globalThis.walk = {
    start: () => void all[0].focus(),
    note: () => void met.push({ element: document.activeElement, look: look(document.activeElement) }),
    tell() {
      document.activeElement.blur();
      return {
        expected: all.map(name),
        met: met.map(({ element }) => name(element)),
        unmarked: met.filter((each) => look(each.element) === each.look).map(({ element }) => name(element)),
      };
    },
  };
  return all.length;
})()`;

/** Goes from the first to the last thing that takes the focus by Tab alone. */
export const walkByTab = async (page: BrowserPage): Promise<Walk> => {
  await page.bringToFront();
  const count = Number(await page.evaluate(PREPARE));
  await page.evaluate('walk.start()');
  // A focus that was not given by a key may be shown to nobody.
  await page.press('Tab');
  await page.press('Shift+Tab');
  for (let at = 0; at < count; at += 1) {
    if (at > 0) await page.press('Tab');
    await page.evaluate('walk.note()');
  }
  return (await page.evaluate('walk.tell()')) as Walk;
};
