import { type Dispatch, type StateUpdater, useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

/**
 * What `read` tells of the browser's permissions, kept in step with the browser's own settings, and how to set it;
 * `unread` until the first answer. `read` must be the same at every drawing.
 */
export const usePermissions = <T>(read: () => Promise<T>, unread: T): [T, Dispatch<StateUpdater<T>>] => {
  const [held, setHeld] = useState<T>(unread);

  useEffect(() => {
    const refresh = async (): Promise<void> => setHeld(await read());
    void refresh();
    browser.permissions.onAdded.addListener(refresh);
    browser.permissions.onRemoved.addListener(refresh);
    return () => {
      browser.permissions.onAdded.removeListener(refresh);
      browser.permissions.onRemoved.removeListener(refresh);
    };
  }, [read]);

  return [held, setHeld];
};
