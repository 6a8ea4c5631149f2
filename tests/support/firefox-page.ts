import { writeFile } from 'node:fs/promises';
import type { BidiSession } from './bidi.ts';
import type { BrowserPage, Key, Pointer } from './browser.ts';
import { findByPath, type PageDriver } from './page-driver.ts';
import { QUERY_ALL } from './page-scripts.ts';
import { until } from './until.ts';

/** WebDriver's code points of the keys that are not characters, with what is held down meanwhile. */
const KEY_CODES: Readonly<Record<Key, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  'Shift+Tab': '\uE008\uE004',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  Home: '\uE011',
  End: '\uE010',
  Backspace: '\uE003',
  ' ': ' ',
};

/** One tab of Firefox; `context` is its BiDi name. */
export function toFirefoxPage(session: BidiSession, context: string): BrowserPage {
  const driver = createDriver(session, context);
  const evaluate = (expression: string) => evaluateJson(session, context, expression);
  const findAll = (path: string) => findByPath(driver, path);
  return {
    async goto(url) {
      if (!url.startsWith('moz-extension:')) {
        await session.send('browsingContext.navigate', { context, url, wait: 'complete' });
        return;
      }
      // BiDi never sees an extension page finish loading.
      await session.send('browsingContext.navigate', { context, url, wait: 'none' });
      const isLoaded = `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`;
      await until(url, () => evaluate(isLoaded));
    },
    evaluate,
    findAll,
    waitFor: (path, timeoutMs) => until(`"${path}"`, async () => (await findAll(path))[0], timeoutMs),
    bringToFront: driver.bringToFront,
    moveMouse: driver.moveMouse,
    drag: (from, to, pointer) =>
      point(session, context, pointer, [
        moveTo(from.x, from.y),
        DOWN,
        moveTo((from.x + to.x) / 2, (from.y + to.y) / 2),
        moveTo(to.x, to.y),
        UP,
      ]),
    press: (key) => pressKeys(session, context, KEY_CODES[key]),
    async type(text) {
      for (const character of text) await pressKeys(session, context, character);
    },
    async chooseFile(selector, file) {
      const [element] = await driver.queryAll(await driver.document(), selector);
      // Its window is the system's, which nobody can press without a screen: this answers in its place.
      await session.send('input.setFiles', { context, element: { sharedId: element }, files: [file] });
    },
    async resize(width, height) {
      await session.send('browsingContext.setViewport', { context, viewport: { width, height } });
    },
    async screenshot(file, extent = 'viewport') {
      const params = { context, origin: extent };
      const { data } = await session.send<{ data: string }>('browsingContext.captureScreenshot', params);
      await writeFile(file, data, 'base64');
    },
    async close() {
      await session.send('browsingContext.close', { context });
    },
  };
}

interface RemoteNode {
  readonly sharedId?: string;
  readonly value?: unknown;
}

type ScriptResult =
  | { readonly type: 'success'; readonly result: RemoteNode }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** The value of an expression in a context, awaited and passed as JSON. */
export async function evaluateJson(
  session: BidiSession,
  context: string,
  expression: string,
): Promise<unknown> {
  const answer = await session.send<ScriptResult>('script.evaluate', {
    expression: `(async () => JSON.stringify(await (${expression})))()`,
    target: { context },
    awaitPromise: true,
  });
  return parseJson(toResult(answer).value);
}

/** Nodes are named by BiDi's shared ids: those reach into closed shadow roots, which page scripts cannot. */
function createDriver(session: BidiSession, context: string): PageDriver<string> {
  const callOn = async (sharedId: string, source: string, ...values: readonly string[]) => {
    const answer = await session.send<ScriptResult>('script.callFunction', {
      functionDeclaration: source,
      this: { sharedId },
      arguments: values.map((value) => ({ type: 'string', value })),
      target: { context },
      awaitPromise: true,
      serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
    });
    return toResult(answer);
  };
  const bringToFront = async (): Promise<void> => {
    await session.send('browsingContext.activate', { context });
  };
  return {
    async document() {
      const answer = await session.send<ScriptResult>('script.evaluate', {
        expression: 'document',
        target: { context },
        awaitPromise: false,
      });
      return requireId(toResult(answer));
    },
    async queryAll(root, selector) {
      const { value } = await callOn(root, QUERY_ALL, selector);
      return (value as readonly RemoteNode[]).map(requireId);
    },
    async findShadowRoot(element) {
      const { value } = await callOn(element, 'function () { return this; }');
      const { shadowRoot } = value as { readonly shadowRoot?: RemoteNode | null };
      return shadowRoot ? requireId(shadowRoot) : null;
    },
    async call(node, source) {
      const asJson = `async function () { return JSON.stringify(await (${source}).call(this)); }`;
      return parseJson((await callOn(node, asJson)).value);
    },
    bringToFront,
    moveMouse: (x, y) => point(session, context, 'mouse', [moveTo(x, y)]),
    click: (x, y) => point(session, context, 'mouse', [moveTo(x, y), DOWN, UP]),
    tap: (x, y) => point(session, context, 'touch', [moveTo(x, y), DOWN, UP]),
  };
}

const DOWN = { type: 'pointerDown', button: 0 } as const;
const UP = { type: 'pointerUp', button: 0 } as const;

function moveTo(x: number, y: number): object {
  return { type: 'pointerMove', x: Math.round(x), y: Math.round(y) };
}

async function point(
  session: BidiSession,
  context: string,
  pointerType: Pointer,
  actions: readonly object[],
): Promise<void> {
  const source = { type: 'pointer', id: pointerType, parameters: { pointerType }, actions };
  await session.send('input.performActions', { context, actions: [source] });
}

/** Presses the keys in order and lets them go in the opposite order. */
async function pressKeys(session: BidiSession, context: string, keys: string): Promise<void> {
  const down = [...keys].map((value) => ({ type: 'keyDown', value }));
  const up = [...keys].reverse().map((value) => ({ type: 'keyUp', value }));
  const source = { type: 'key', id: 'keyboard', actions: [...down, ...up] };
  await session.send('input.performActions', { context, actions: [source] });
}

function toResult(answer: ScriptResult): RemoteNode {
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return answer.result;
}

function requireId({ sharedId }: RemoteNode): string {
  if (sharedId === undefined) throw new Error('The browser gave no shared id for a node');
  return sharedId;
}

function parseJson(text: unknown): unknown {
  return typeof text === 'string' ? JSON.parse(text) : undefined;
}
