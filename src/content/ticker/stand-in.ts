import { findDeadRule } from './dead-widgets.ts';

export interface StandInParts {
  /** The page's empty widget. */
  readonly widget: ChildNode;
  /** The strip's element, not in the page yet. */
  readonly element: HTMLElement;
  /** The page moved the strip or the widget, or the widget got its coins after all. */
  readonly onTaken: () => void;
}

/**
 * Puts a strip before an empty widget, which our sheet hides while the strip is there (`page.css`): of the widget itself
 * nothing is changed, so that there is nothing to put back. Returns the way to take the strip away.
 */
export const standInFor = ({ widget, element, onTaken }: StandInParts): (() => void) => {
  element.setAttribute('instead', '');
  widget.before(element);
  const isStillDead = (): boolean => widget instanceof Element && findDeadRule(widget) !== null;

  const observer = new MutationObserver(() => {
    if (element.nextSibling !== widget || !isStillDead()) onTaken();
  });
  if (element.parentNode) observer.observe(element.parentNode, { childList: true });
  observer.observe(widget, { childList: true, subtree: true, attributeFilter: ['style'] });

  return () => {
    observer.disconnect();
    element.remove();
  };
};
