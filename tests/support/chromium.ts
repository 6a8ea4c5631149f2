import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import type { BrowserError, BrowserPage, ExtensionBrowser, PagePlace, Point, Pointer } from './browser.ts';
import { watchChromiumErrors } from './chromium-errors.ts';
import { listChromiumWindows } from './chromium-windows.ts';
import type { HostedServer } from './local-server.ts';
import { findByPath, type PageDriver } from './page-driver.ts';
import { QUERY_ALL } from './page-scripts.ts';
import { sleep, until } from './until.ts';

export interface ChromiumOptions {
  readonly executablePath: string;
  /** Folder of the built, unpacked extension. */
  readonly extensionPath: string;
  /** Local servers that stand for their hosts; `reachesOthers` says what happens with all other hosts. */
  readonly servers: readonly HostedServer[];
  /** Lets hosts that no server stands for be reached; without it they do not resolve. */
  readonly reachesOthers?: boolean;
  /** Without a window, by default. */
  readonly headless?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** Chromium as the tests drive it, with Playwright's own objects for what the common words do not say. */
export interface ChromiumBrowser extends ExtensionBrowser {
  readonly name: 'chromium';
  readonly context: BrowserContext;
  /** The extension's service worker. Evaluating in it hangs while it is stopped: wake it first. */
  worker(): Promise<Worker>;
  /** The browser's own windows, dialogs and bubbles, by the names of their classes. */
  listWindows(): Promise<readonly string[]>;
}

const VIEWPORT = { width: 1280, height: 900 } as const;

/** Opens Chromium, or a browser of its family, with the extension in a fresh profile. */
export async function openChromium(options: ChromiumOptions): Promise<ChromiumBrowser> {
  const headless = options.headless ?? true;
  const profile = await mkdtemp(join(tmpdir(), 'margin-notes-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.executablePath,
    headless,
    // A window has the size that its owner gives it.
    viewport: headless ? (options.viewport ?? VIEWPORT) : null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: toArguments(options),
  });
  const close = async (): Promise<void> => {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    return await toExtensionBrowser(context, options.extensionPath, profile, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function toExtensionBrowser(
  context: BrowserContext,
  extensionPath: string,
  profile: string,
  close: () => Promise<void>,
): Promise<ChromiumBrowser> {
  const errors: BrowserError[] = [];
  const browserSession = await openBrowserSession(context);
  await watchChromiumErrors(context, browserSession, (error) => errors.push(error));
  const extensionId = await loadExtension(browserSession, extensionPath);
  const workers = await watchWorkers(context, extensionId);

  return {
    name: 'chromium',
    extensionOrigin: `chrome-extension://${extensionId}`,
    errors,
    context,
    async worker() {
      const isOurs = (worker: Worker): boolean => worker.url().includes(extensionId);
      return context.serviceWorkers().find(isOurs) ?? context.waitForEvent('serviceworker', isOurs);
    },
    listWindows: () => listChromiumWindows(profile),
    async newPage(place: PagePlace = 'tab') {
      if (place === 'tab') return toBrowserPage(await context.newPage());
      const opened = context.waitForEvent('page');
      await browserSession.send('Target.createTarget', { url: 'about:blank', newWindow: true });
      return toBrowserPage(await opened);
    },
    async openExtensionPage(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return toBrowserPage(page);
    },
    isBackgroundRunning: async () => workers.isRunning(),
    async stopBackground() {
      // A page that asks in the same moment starts it again: it is told until it has stopped.
      const stop = async (): Promise<boolean> => {
        await workers.session.send('ServiceWorker.stopAllWorkers');
        await sleep(100);
        return !workers.isRunning();
      };
      await until('the service worker to stop', stop, 20_000);
    },
    async updateExtension() {
      await loadExtension(browserSession, extensionPath);
    },
    async removeExtension() {
      await browserSession.send('Extensions.uninstall', { id: extensionId });
    },
    close,
  };
}

function toArguments({ servers, reachesOthers = false }: ChromiumOptions): string[] {
  const maps = servers.flatMap(({ hosts, tlsPort }) =>
    hosts.map((host) => `MAP ${host} 127.0.0.1:${tlsPort}`),
  );
  const others = reachesOthers ? [] : ['MAP * ~NOTFOUND', 'EXCLUDE localhost', 'EXCLUDE 127.0.0.1'];
  const isRoot = process.getuid?.() === 0;
  return [
    `--host-resolver-rules=${[...maps, ...others].join(',')}`,
    // Trusts these keys alone, in the service worker too; Playwright's own switch does not reach it.
    `--ignore-certificate-errors-spki-list=${servers.map(({ spkiHash }) => spkiHash).join(',')}`,
    '--enable-unsafe-extension-debugging',
    '--enable-ui-devtools=0',
    '--disable-quic',
    '--lang=en-US',
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
}

async function openBrowserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('Playwright gave a context without a browser');
  return browser.newBrowserCDPSession();
}

/** Loads over the protocol, because branded Chrome no longer heeds `--load-extension`. Gives the id. */
async function loadExtension(session: CDPSession, path: string): Promise<string> {
  const { id } = await session.send('Extensions.loadUnpacked', { path });
  return id;
}

/** Follows the state of the extension's worker from the browser's first page, which stays open for it. */
async function watchWorkers(
  context: BrowserContext,
  extensionId: string,
): Promise<{ readonly session: CDPSession; isRunning(): boolean }> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  const states = new Map<string, string>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const version of versions) {
      if (version.scriptURL.includes(extensionId)) states.set(version.versionId, version.runningStatus);
    }
  });
  await session.send('ServiceWorker.enable');
  return { session, isRunning: () => [...states.values()].some((state) => state !== 'stopped') };
}

async function toBrowserPage(page: Page): Promise<BrowserPage> {
  const session = await page.context().newCDPSession(page);
  const driver = createDriver(page, session);
  const findAll = (path: string) => findByPath(driver, path);
  return {
    async goto(url) {
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    findAll,
    waitFor: (path, timeoutMs) => until(`"${path}"`, async () => (await findAll(path))[0], timeoutMs),
    bringToFront: driver.bringToFront,
    moveMouse: driver.moveMouse,
    drag: (from, to, pointer) => drag(page, session, [from, toMiddle(from, to), to], pointer),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    async chooseFile(selector, file) {
      await driver.bringToFront();
      await page.focus(selector);
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press(' ')]);
      await chooser.setFiles(file);
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    async screenshot(file, extent = 'viewport') {
      await page.screenshot({ path: file, fullPage: extent === 'document' });
    },
    close: () => page.close(),
  };
}

const toMiddle = (from: Point, to: Point): Point => ({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });

async function drag(
  page: Page,
  session: CDPSession,
  [start, ...points]: readonly [Point, ...Point[]],
  pointer: Pointer,
): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  const isMouse = pointer === 'mouse';
  await (isMouse ? page.mouse.move(start.x, start.y) : touch('touchStart', start));
  if (isMouse) await page.mouse.down();
  for (const point of points) await (isMouse ? page.mouse.move(point.x, point.y) : touch('touchMove', point));
  await (isMouse ? page.mouse.up() : touch('touchEnd'));
}

/** Nodes are named by CDP object ids: those reach into closed shadow roots, which page scripts cannot. */
function createDriver(page: Page, session: CDPSession): PageDriver<string> {
  const callOn = async (objectId: string, source: string, selector?: string) => {
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: source,
      arguments: selector === undefined ? [] : [{ value: selector }],
      returnByValue: selector === undefined,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result;
  };
  return {
    async document() {
      const { result } = await session.send('Runtime.evaluate', { expression: 'document' });
      return requireId(result.objectId);
    },
    async queryAll(root, selector) {
      const list = await callOn(root, QUERY_ALL, selector);
      const { result } = await session.send('Runtime.getProperties', {
        objectId: requireId(list.objectId),
        ownProperties: true,
      });
      return result.filter(({ name }) => /^\d+$/.test(name)).map(({ value }) => requireId(value?.objectId));
    },
    async findShadowRoot(element) {
      const { node } = await session.send('DOM.describeNode', { objectId: element, pierce: true });
      const shadow = node.shadowRoots?.find(({ shadowRootType }) => shadowRootType !== 'user-agent');
      if (!shadow) return null;
      const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
      return requireId(object.objectId);
    },
    call: async (node, source) => (await callOn(node, source)).value,
    bringToFront: () => page.bringToFront(),
    moveMouse: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    async tap(x, y) {
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    },
  };
}

function requireId(objectId: string | undefined): string {
  if (objectId === undefined) throw new Error('The browser gave no object id for a node');
  return objectId;
}
