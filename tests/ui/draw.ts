import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';

afterEach(async () => {
  await act(() => render(null, document.body));
});

/** Draws into the document and lets effects, messages and storage settle. */
export const draw = async (node: ComponentChild): Promise<HTMLElement> => {
  await settle(() => render(node, document.body));
  return document.body;
};

/** Does something to what is drawn, and waits until nothing follows from it any more. */
export const settle = async (change: () => void): Promise<void> => {
  await act(change);
  let before: string;
  do {
    before = document.body.innerHTML;
    // Answers and stored values arrive in promises; a macrotask later all of theirs have run.
    await act(() => new Promise<void>((resolve) => setTimeout(resolve)));
  } while (document.body.innerHTML !== before);
};

/** Rules that need a layout, and those for whole documents, are not for a piece without one. */
const OFF = ['color-contrast', 'region', 'target-size', 'page-has-heading-one', 'landmark-one-main'];

/** What axe-core finds wrong with the element, one line each. */
export const findAxeViolations = async (element: Element): Promise<string[]> => {
  const rules = Object.fromEntries(OFF.map((id) => [id, { enabled: false }]));
  const { violations } = await axe.run(element, { rules });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
};

/** What a screen reader is told: the text without what is hidden from it. */
export const toSpokenText = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const unspoken of copy.querySelectorAll('[aria-hidden="true"]')) unspoken.remove();
  return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
};
