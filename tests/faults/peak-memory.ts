import { existsSync, readFileSync } from 'node:fs';
import type { ExtensionBrowser } from '../support/browser.ts';
import type { ChromiumBrowser } from '../support/chromium.ts';
import type { FirefoxBrowser } from '../support/firefox.ts';

const isChromium = (browser: ExtensionBrowser): browser is ChromiumBrowser => browser.name === 'chromium';

const listRenderers = async ({ context }: ChromiumBrowser): Promise<readonly number[]> => {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  await session?.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
};

const listContentProcesses = async ({ evaluateInChrome }: FirefoxBrowser): Promise<readonly number[]> =>
  (await evaluateInChrome(
    'ChromeUtils.requestProcInfo().then(({ children }) => children.map(({ pid }) => pid))',
  )) as number[];

/**
 * The most memory that any process with pages or the background in it ever held, in MB; the extension's pages and its
 * background share one. 0 on systems without /proc, where it cannot be told.
 */
export const readPeakMemoryMb = async (browser: ExtensionBrowser): Promise<number> => {
  if (!existsSync('/proc/self/status')) return 0;
  const pids = isChromium(browser)
    ? await listRenderers(browser)
    : await listContentProcesses(browser as FirefoxBrowser);
  const peaks = pids.map((pid) => {
    const file = `/proc/${pid}/status`;
    const kb = existsSync(file) ? /VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
    return Math.round(Number(kb ?? 0) / 1024);
  });
  return Math.max(0, ...peaks);
};
