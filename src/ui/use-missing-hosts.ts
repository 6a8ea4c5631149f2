import browser from 'webextension-polyfill';
import { usePermissions } from './use-permissions.ts';

export interface MissingHosts {
  /** Sites and sources of the manifest that the browser keeps from us, as match patterns. */
  readonly missing: readonly string[];
  /** Asks the browser for them. To be called in a click. */
  readonly request: () => void;
}

const readMissing = async (): Promise<string[]> => {
  const { host_permissions: own = [] } = browser.runtime.getManifest();
  // Nearly always all are held: one question instead of one for each.
  if (await browser.permissions.contains({ origins: own })) return [];
  const held = await Promise.all(own.map((origin) => browser.permissions.contains({ origins: [origin] })));
  return own.filter((_origin, at) => !held[at]);
};

/** What the manifest names and the reader or the browser did not grant: at install, or taken back later. */
export const useMissingHosts = (): MissingHosts => {
  const [missing] = usePermissions<readonly string[]>(readMissing, []);
  const request = (): void =>
    void browser.permissions.request({ origins: [...missing] }).catch(() => undefined);
  return { missing, request };
};
