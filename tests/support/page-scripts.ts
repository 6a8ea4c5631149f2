/** Sources of the functions that the drivers call on elements in a page; `this` is the element. */

/** Text as a reader sees it. `innerText` of a shadow root does not exist, so its children are asked. */
export const READ_TEXT = `function () {
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches('style, script, template')) return '';
    return node.innerText ?? node.textContent;
  };
  const parts = this instanceof ShadowRoot ? [...this.childNodes].map(read) : [read(this)];
  return parts.join(' ').replace(/\\s+/g, ' ').trim();
}`;

/** Waits for two frames, so that the box is the one after the scroll. */
export const SCROLL_AND_READ_BOX = `async function () {
  this.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const { x, y, width, height } = this.getBoundingClientRect();
  return { x, y, width, height };
}`;

export const READ_BOX = `function () {
  const { x, y, width, height } = this.getBoundingClientRect();
  return { x, y, width, height };
}`;

export const FOCUS = 'function () { this.focus(); }';

export const QUERY_ALL = 'function (selector) { return [...this.querySelectorAll(selector)]; }';
