import type { FirefoxBrowser } from './firefox.ts';

interface Permissions {
  readonly permissions?: readonly string[];
  readonly origins?: readonly string[];
}

/** Grants or takes back, as a reader does in Firefox's own settings. */
export const changePermissions = (
  firefox: FirefoxBrowser,
  how: 'add' | 'remove',
  { permissions = [], origins = [] }: Permissions,
): Promise<unknown> =>
  firefox.evaluateInChrome(`(async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { extension } = WebExtensionPolicy.getActiveExtensions().find(({ id }) => id.startsWith('margin-notes@'));
    await ExtensionPermissions.${how}(extension.id, ${JSON.stringify({ permissions, origins })}, extension);
    return true;
  })()`);
