import { existsSync, readFileSync } from 'node:fs';
import type { ExtensionBrowser } from '../support/browser.ts';
import type { ChromiumBrowser } from '../support/chromium.ts';

const isChromium = (browser: ExtensionBrowser): browser is ChromiumBrowser => browser.name === 'chromium';

/**
 * The most memory that any renderer of the browser ever held, in MB; the extension's pages and its worker share one.
 * 0 where it cannot be told: in Firefox, and on systems without /proc.
 */
export const readPeakMemoryMb = async (browser: ExtensionBrowser): Promise<number> => {
  if (!isChromium(browser) || !existsSync('/proc/self/status')) return 0;
  const session = await browser.context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  await session?.detach();
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      const file = `/proc/${id}/status`;
      const kb = existsSync(file) ? /VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
      return Math.round(Number(kb ?? 0) / 1024);
    });
  return Math.max(0, ...peaks);
};
