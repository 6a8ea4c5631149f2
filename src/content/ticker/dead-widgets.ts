import type { DeadTicker } from './dead-tickers.ts';
import { WIDGET_RULES, type WidgetRule } from './widget-rules.ts';

const ANY_WIDGET = WIDGET_RULES.map(({ widget }) => widget).join();

/** What a page puts into a widget without showing anything by it. */
const UNSHOWN = 'script, style, link, template, noscript, .ph-item';

/** Sites that write about widgets show them as code, and editors hold what is not a page yet. */
const QUOTING = 'pre, code, template, noscript, [contenteditable]';

/** A widget that was sent hidden, to be shown by a script that never came. */
const isLeftHidden = (element: Element): boolean =>
  element instanceof HTMLElement && element.style.display === 'none';

/** Custom elements draw in roots that cannot be looked into, but what they draw has a height. */
const isDrawnInside = (element: Element): boolean =>
  element.localName.includes('-') && element.getBoundingClientRect().height > 0;

/** What a frame shows cannot be seen from here, and a strip of ours already stands where the widget said what it lacks. */
const hasCoins = (element: Element, { coins }: WidgetRule): boolean =>
  element.querySelector('iframe, mn-ticker') !== null ||
  [...element.querySelectorAll(coins)].some((part) => !part.matches(UNSHOWN) && !part.closest(UNSHOWN));

const isDead = (element: Element, rule: WidgetRule): boolean =>
  !element.closest(QUOTING) &&
  (isLeftHidden(element) || !(hasCoins(element, rule) || isDrawnInside(element)));

/** The rule by which a widget is dead now; null for a widget that lives, and for what is none. */
export const findDeadRule = (element: Element): WidgetRule | null =>
  WIDGET_RULES.find((rule) => element.matches(rule.widget) && isDead(element, rule)) ?? null;

/**
 * The price widgets below `root` that have no coins, in document order. Only to be asked some time after the page has
 * loaded: until then they may be waiting for theirs. Of widgets inside of each other the outermost stands for all.
 */
export const findDeadWidgets = (root: ParentNode): DeadTicker[] => {
  const dead: DeadTicker[] = [];
  for (const element of root.querySelectorAll(ANY_WIDGET)) {
    if (dead.some(({ place }) => place.contains(element))) continue;
    const rule = findDeadRule(element);
    if (rule) dead.push({ sentence: null, place: element, shape: rule.shape });
  }
  return dead;
};
