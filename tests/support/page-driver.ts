import type { Box, PageElement } from './browser.ts';
import { FOCUS, READ_BOX, READ_TEXT, SCROLL_AND_READ_BOX } from './page-scripts.ts';

/** The few things that the two browsers do differently; `Node` is the browser's own name for a DOM node. */
export interface PageDriver<Node> {
  document(): Promise<Node>;
  queryAll(root: Node, selector: string): Promise<readonly Node[]>;
  /** The shadow root of an element, open or closed. */
  findShadowRoot(element: Node): Promise<Node | null>;
  call(node: Node, functionSource: string): Promise<unknown>;
  bringToFront(): Promise<void>;
  moveMouse(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  tap(x: number, y: number): Promise<void>;
}

const PIERCE = '>>>';

/** Follows a path (see browser.ts) through shadow roots to its elements. */
export async function findByPath<Node>(
  driver: PageDriver<Node>,
  path: string,
): Promise<readonly PageElement[]> {
  let roots: readonly Node[] = [await driver.document()];
  const steps = path.split(PIERCE).map((step) => step.trim());
  for (const [index, selector] of steps.entries()) {
    const found = await Promise.all(roots.map((root) => driver.queryAll(root, selector)));
    const elements = found.flat();
    if (index === steps.length - 1) return elements.map((element) => toPageElement(driver, element));
    const shadows = await Promise.all(elements.map((element) => driver.findShadowRoot(element)));
    roots = shadows.filter((shadow) => shadow !== null);
  }
  return [];
}

function toPageElement<Node>(driver: PageDriver<Node>, element: Node): PageElement {
  const reach = async (): Promise<{ x: number; y: number }> => {
    await driver.bringToFront();
    const box = toBox(await driver.call(element, SCROLL_AND_READ_BOX));
    if (box.width === 0 || box.height === 0) throw new Error('An element without a box cannot be reached');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  return {
    async text() {
      const shadow = await driver.findShadowRoot(element);
      return String(await driver.call(shadow ?? element, READ_TEXT));
    },
    async attribute(name) {
      const value = await driver.call(
        element,
        `function () { return this.getAttribute(${JSON.stringify(name)}); }`,
      );
      return typeof value === 'string' ? value : null;
    },
    box: async () => toBox(await driver.call(element, READ_BOX)),
    async click() {
      const { x, y } = await reach();
      await driver.click(x, y);
    },
    async hover() {
      const { x, y } = await reach();
      await driver.moveMouse(x, y);
    },
    async tap() {
      const { x, y } = await reach();
      await driver.tap(x, y);
    },
    async focus() {
      await driver.call(element, FOCUS);
    },
    call: (functionSource) => driver.call(element, functionSource),
  };
}

function toBox(value: unknown): Box {
  const box = value as Partial<Box> | null;
  const { x, y, width, height } = box ?? {};
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    throw new Error(`Not a box: ${JSON.stringify(value)}`);
  }
  return { x, y, width, height };
}
