import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openChromium } from '../support/chromium.ts';
import { ensureBrowser } from '../support/install-browser.ts';
import { startPageServer } from '../support/page-server.ts';

const HOST = 'www.coindesk.com';

const MANIFEST = {
  manifest_version: 3,
  name: 'Bare',
  version: '1.0',
  background: { service_worker: 'worker.js' },
  content_scripts: [{ matches: [`https://${HOST}/*`], js: ['script.js'] }],
};

/** Opens a page in a browser whose only extension has a content script of no lines: what any extension costs there. */
export const withBareScript = async <T>(body: string, measure: (page: Page) => Promise<T>): Promise<T> => {
  const extensionPath = await mkdtemp(join(tmpdir(), 'margin-notes-bare-'));
  await writeFile(join(extensionPath, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(join(extensionPath, 'script.js'), '');
  await writeFile(join(extensionPath, 'worker.js'), '');
  const pages = await startPageServer([HOST]);
  const browser = await openChromium({
    executablePath: ensureBrowser('chromium'),
    extensionPath,
    servers: [pages],
  });
  try {
    pages.serve(`https://${HOST}/story`, { body });
    const page = await browser.context.newPage();
    await page.goto(`https://${HOST}/story`);
    return await measure(page);
  } finally {
    await browser.close();
    await pages.close();
    await rm(extensionPath, { recursive: true, force: true });
  }
};
