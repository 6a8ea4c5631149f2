import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { ExtensionBrowser } from './browser.ts';
import type { ChromiumBrowser } from './chromium.ts';
import type { FirefoxBrowser } from './firefox.ts';

const ManifestSchema = v.looseObject({ permissions: v.array(v.string()) });

/**
 * A copy of the built extension that was granted notifications when it was installed, in a folder for the caller to remove:
 * later Chromium grants them in its own prompt alone, which no test can press.
 */
export const copyWithNotifications = (extensionPath: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'margin-notes-granted-'));
  cpSync(extensionPath, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = v.parse(ManifestSchema, JSON.parse(readFileSync(file, 'utf8')));
  const permissions = [...manifest.permissions, 'notifications'];
  writeFileSync(file, JSON.stringify({ ...manifest, permissions, optional_permissions: [] }));
  return folder;
};

/**
 * Takes the place of the desktop, on which Firefox shows notifications: without a screen there is none, and each would be
 * closed at once.
 */
const STAND_IN = `(() => {
  const shown = globalThis.mnNotifications = new Map();
  const service = {
    QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
    showAlert: (alert, listener) => void shown.set(alert.name, { alert, listener }),
    closeAlert: (name) => void shown.delete(name),
  };
  const factory = {
    QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
    createInstance: (iid) => service.QueryInterface(iid),
  };
  Components.manager.QueryInterface(Ci.nsIComponentRegistrar)
    .registerFactory(Services.uuid.generateUUID(), 'alerts', '@mozilla.org/alerts-service;1', factory);
  return true;
})()`;

export const keepFirefoxNotifications = (firefox: FirefoxBrowser): Promise<unknown> =>
  firefox.evaluateInChrome(STAND_IN);

/** The text of the one notification that Firefox shows; null while there is none. */
export const readFirefoxNotification = async (
  firefox: FirefoxBrowser,
): Promise<{ readonly title: string; readonly text: string } | null> =>
  v.parse(
    v.nullable(v.object({ title: v.string(), text: v.string() })),
    await firefox.evaluateInChrome(`(() => {
      const [shown] = globalThis.mnNotifications.values();
      return shown ? { title: shown.alert.title, text: shown.alert.text } : null;
    })()`),
  );

/** Clicks the one notification of the alert that is shown, as the desktop tells the browser of it. */
export const clickNotification = async (browser: ExtensionBrowser, id: string): Promise<void> => {
  if (browser.name === 'chromium') {
    const worker = await (browser as ChromiumBrowser).worker();
    await worker.evaluate(`chrome.notifications.onClicked.dispatch(${JSON.stringify(id)})`);
    return;
  }
  await (browser as FirefoxBrowser).evaluateInChrome(`(() => {
    const [{ alert, listener }] = globalThis.mnNotifications.values();
    listener.observe(null, 'alertclickcallback', alert.cookie);
    return true;
  })()`);
};
