import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

const NOTIFICATIONS = { permissions: ['notifications' as const] };

export interface NotificationGrant {
  /** Null while unknown. */
  readonly isGranted: boolean | null;
  /** Asks the browser, which shows its own prompt. To be called in a click or a key press, before anything is awaited. */
  readonly request: () => void;
}

/** Whether the browser shows our notifications, kept in step with its own settings. */
export const useNotificationGrant = (): NotificationGrant => {
  const [isGranted, setIsGranted] = useState<boolean | null>(null);

  useEffect(() => {
    const refresh = async (): Promise<void> =>
      setIsGranted(await browser.permissions.contains(NOTIFICATIONS));
    void refresh();
    browser.permissions.onAdded.addListener(refresh);
    browser.permissions.onRemoved.addListener(refresh);
    return () => {
      browser.permissions.onAdded.removeListener(refresh);
      browser.permissions.onRemoved.removeListener(refresh);
    };
  }, []);

  // A browser without notifications, such as one on a phone, refuses the question itself.
  const request = (): void =>
    void browser.permissions.request(NOTIFICATIONS).then(setIsGranted, () => setIsGranted(false));
  return { isGranted, request };
};
