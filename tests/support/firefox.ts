import { type BidiSession, openBidiSession } from './bidi.ts';
import type { BrowserError, BrowserPage, ExtensionBrowser, PagePlace } from './browser.ts';
import { type ConnectProxy, startConnectProxy } from './connect-proxy.ts';
import { watchFirefoxErrors } from './firefox-errors.ts';
import { evaluateJson, toFirefoxPage } from './firefox-page.ts';
import { type FirefoxPrefs, startFirefox } from './firefox-process.ts';
import type { HostedServer } from './local-server.ts';
import { until } from './until.ts';

export interface FirefoxOptions {
  readonly executablePath: string;
  /** Folder of the built, unpacked extension. */
  readonly extensionPath: string;
  /** Local servers that stand for their hosts; all other hosts are refused. */
  readonly servers: readonly HostedServer[];
  /** Without a window, by default. */
  readonly headless?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** Firefox as the tests drive it. */
export interface FirefoxBrowser extends ExtensionBrowser {
  readonly name: 'firefox';
  /** `host:port` of what a page or the extension asked for and no server stands for. */
  listRefused(): readonly string[];
  /** The value of an expression in the browser's own scope, awaited, as JSON would give it. */
  evaluateInChrome(expression: string): Promise<unknown>;
}

const VIEWPORT = { width: 1280, height: 900 } as const;

/** Hosts that Firefox itself keeps asking for, whatever its preferences say. */
const FIREFOX_HOST = /\.(mozilla\.(com|org|net)|firefox\.com)(:\d+)?$/;

/** Opens Firefox with the extension in a fresh profile, driven over WebDriver BiDi without geckodriver. */
export async function openFirefox(options: FirefoxOptions): Promise<FirefoxBrowser> {
  const proxy = await startConnectProxy(options.servers);
  const firefox = await startFirefox(
    options.executablePath,
    toProxyPrefs(proxy.port),
    options.headless ?? true,
  ).catch(async (error: unknown) => {
    await proxy.close();
    throw error;
  });
  const session = await openBidiSession(firefox.bidiAddress, { acceptInsecureCerts: true });
  const close = async (): Promise<void> => {
    await session.send('browser.close');
    session.close();
    await firefox.dispose();
    await proxy.close();
  };
  try {
    return await toExtensionBrowser(options, session, proxy, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function toExtensionBrowser(
  { extensionPath, viewport = VIEWPORT }: FirefoxOptions,
  session: BidiSession,
  proxy: ConnectProxy,
  close: () => Promise<void>,
): Promise<FirefoxBrowser> {
  const chromeContext = await findChromeContext(session);
  const evaluateInChrome = (expression: string) => evaluateJson(session, chromeContext, expression);

  const errors: BrowserError[] = [];
  await watchFirefoxErrors(session, chromeContext, (error) => errors.push(error));
  const install = () =>
    session.send<{ extension: string }>('webExtension.install', {
      extensionData: { type: 'path', path: extensionPath },
    });
  const { extension: extensionId } = await install();
  const policy = `WebExtensionPolicy.getByID(${JSON.stringify(extensionId)})`;
  const extensionOrigin = `moz-extension://${await evaluateInChrome(`${policy}.mozExtensionHostname`)}`;
  const isBackgroundRunning = async () =>
    (await evaluateInChrome(`${policy}.extension.backgroundState`)) !== 'stopped';

  const newPage = async (type: PagePlace = 'tab'): Promise<BrowserPage> => {
    const created = await session.send<{ context: string }>('browsingContext.create', { type });
    const page = toFirefoxPage(session, created.context);
    await page.resize(viewport.width, viewport.height);
    return page;
  };

  return {
    name: 'firefox',
    extensionOrigin,
    errors,
    newPage,
    async openExtensionPage(path) {
      const page = await newPage();
      await page.goto(`${extensionOrigin}/${path}`);
      return page;
    },
    isBackgroundRunning,
    async stopBackground() {
      const how = '{ ignoreDevToolsAttached: true, disableResetIdleForTest: true }';
      // A page that asks in the same moment starts it again: it is told until it has stopped.
      const stop = async (): Promise<boolean> => {
        await evaluateInChrome(`${policy}.extension.terminateBackground(${how}).then(() => null)`);
        return !(await isBackgroundRunning());
      };
      await until('the event page to stop', stop);
    },
    async updateExtension() {
      await install();
    },
    async removeExtension() {
      await session.send('webExtension.uninstall', { extension: extensionId });
    },
    listRefused: () => proxy.refused.filter((address) => !FIREFOX_HOST.test(address)),
    evaluateInChrome,
    close,
  };
}

/**
 * `no_proxies_on` keeps pages on localhost out of the proxy, which refuses plain HTTP. Firefox itself sends a request whose
 * connection breaks up to ten times: once is what was asked, and what tests count.
 */
function toProxyPrefs(port: number): FirefoxPrefs {
  return {
    'network.http.request.max-attempts': 1,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
  };
}

interface ContextTree {
  readonly contexts: readonly { readonly context: string }[];
}

/** The browser's window itself, where the state of extensions can be read. */
async function findChromeContext(session: BidiSession): Promise<string> {
  const { contexts } = await session.send<ContextTree>('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const first = contexts[0];
  if (!first) throw new Error('Firefox has no window of its own to ask');
  return first.context;
}
