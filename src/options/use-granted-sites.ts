import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

export interface GrantedSites {
  /** Match patterns that the reader granted beyond the manifest's own, as the browser names them. */
  readonly granted: readonly string[];
  takeBack(origin: string): Promise<void>;
}

const readGranted = async (): Promise<string[]> => {
  const { origins = [] } = await browser.permissions.getAll();
  const { host_permissions: own = [] } = browser.runtime.getManifest();
  return origins.filter((origin) => !own.includes(origin));
};

/** The reader's grants, kept in step with the browser's own settings. */
export const useGrantedSites = (): GrantedSites => {
  const [granted, setGranted] = useState<readonly string[]>([]);

  useEffect(() => {
    const refresh = async (): Promise<void> => setGranted(await readGranted());
    void refresh();
    browser.permissions.onAdded.addListener(refresh);
    browser.permissions.onRemoved.addListener(refresh);
    return () => {
      browser.permissions.onAdded.removeListener(refresh);
      browser.permissions.onRemoved.removeListener(refresh);
    };
  }, []);

  const takeBack = async (origin: string): Promise<void> => {
    await browser.permissions.remove({ origins: [origin] });
  };
  return { granted, takeBack };
};
