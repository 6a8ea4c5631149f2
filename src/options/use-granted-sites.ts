import browser from 'webextension-polyfill';
import { usePermissions } from '../ui/use-permissions.ts';

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
  const [granted] = usePermissions<readonly string[]>(readGranted, []);
  const takeBack = async (origin: string): Promise<void> => {
    await browser.permissions.remove({ origins: [origin] });
  };
  return { granted, takeBack };
};
