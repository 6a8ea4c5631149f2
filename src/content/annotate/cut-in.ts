/** On a chip that stands in a text of the page, which was cut in two for it. */
const IN_TEXT = 'in-text';

export const markCutIn = (chip: Element): void => chip.setAttribute(IN_TEXT, '');

/** Takes out an element that no script of ours tends. A text that was cut in two for it is one again. */
export const removeCutIn = (element: Element): void => {
  const { previousSibling: head, nextSibling: tail } = element;
  element.remove();
  if (!element.hasAttribute(IN_TEXT) || !(head instanceof Text && tail instanceof Text)) return;
  head.appendData(tail.data);
  tail.remove();
};
