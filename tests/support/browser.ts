/**
 * What the end-to-end tests and the demo do with a browser, in the same words for Chromium and Firefox.
 *
 * Elements are named by a path: CSS selectors joined by ` >>> `, each step but the last a host whose shadow
 * root, open or closed, the next step searches. `mn-card >>> button` is every button in every card.
 */

/** An error that the page, the extension's pages, its content script or its background left behind. */
export interface BrowserError {
  /** Address of the document or worker. */
  readonly url: string;
  readonly kind: 'console' | 'exception';
  readonly text: string;
}

/** In CSS pixels, from the corner of the viewport. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** In CSS pixels, from the corner of the viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Pointer = 'mouse' | 'touch';

/** A key as `KeyboardEvent.key` names it. */
export type Key =
  | 'Enter'
  | 'Escape'
  | 'Tab'
  | 'Shift+Tab'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'Home'
  | 'End'
  | 'Backspace'
  | ' ';

export interface PageElement {
  /** The text that a reader sees; of a host element, the text in its shadow root. */
  text(): Promise<string>;
  attribute(name: string): Promise<string | null>;
  box(): Promise<Box>;
  /** Scrolls the element into view and presses and releases the mouse in its middle. */
  click(): Promise<void>;
  /** Scrolls the element into view and moves the mouse to its middle. */
  hover(): Promise<void>;
  /** Scrolls the element into view and touches its middle. */
  tap(): Promise<void>;
  focus(): Promise<void>;
  /** Calls a function (its source text) with the element as `this`; gives its result as JSON would. */
  call(functionSource: string): Promise<unknown>;
}

export interface BrowserPage {
  /** Resolves when the document has loaded. */
  goto(url: string): Promise<void>;
  /** The value of an expression in the page's own world, awaited, as JSON would give it. */
  evaluate(expression: string): Promise<unknown>;
  /** Every element that the path names, in document order; none is an answer. */
  findAll(path: string): Promise<readonly PageElement[]>;
  /** The first element that the path names, once there is one. @throws after `timeoutMs` (20 s) without one. */
  waitFor(path: string, timeoutMs?: number): Promise<PageElement>;
  /** Makes it the visible tab, which a click, a hover and a tap do by themselves. */
  bringToFront(): Promise<void>;
  moveMouse(x: number, y: number): Promise<void>;
  /** Presses at one point, moves to the other by way of the middle, and lets go. */
  drag(from: Point, to: Point, pointer: Pointer): Promise<void>;
  press(key: Key): Promise<void>;
  type(text: string): Promise<void>;
  /** Chooses a file, by its path, for the field that a selector names, where the browser asks its reader for one. */
  chooseFile(selector: string, file: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** PNG of the viewport, or of the whole document. */
  screenshot(file: string, extent?: 'viewport' | 'document'): Promise<void>;
  close(): Promise<void>;
}

export type PagePlace = 'tab' | 'window';

/** A browser with the built extension in it, in a profile of its own that goes when it closes. */
export interface ExtensionBrowser {
  readonly name: 'chromium' | 'firefox';
  /** Origin of the extension's own pages, without a closing slash. */
  readonly extensionOrigin: string;
  /** Everything that went wrong so far, oldest first. */
  readonly errors: readonly BrowserError[];
  /** An empty page in a new tab, or in a window of its own. */
  newPage(place?: PagePlace): Promise<BrowserPage>;
  /** Opens a page of the extension in a tab, such as `src/popup/index.html`. */
  openExtensionPage(path: string): Promise<BrowserPage>;
  isBackgroundRunning(): Promise<boolean>;
  /** Stops the background as the browser does when it is idle. The next event for it starts it anew. */
  stopBackground(): Promise<void>;
  /** Puts a new copy of the extension in the place of the old one, as an update does, while its pages stay open. */
  updateExtension(): Promise<void>;
  /** Removes the extension as its reader may, while its pages stay open. */
  removeExtension(): Promise<void>;
  close(): Promise<void>;
}
