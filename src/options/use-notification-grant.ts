import browser from 'webextension-polyfill';
import { usePermissions } from '../ui/use-permissions.ts';

const NOTIFICATIONS = { permissions: ['notifications' as const] };

export interface NotificationGrant {
  /** Null while unknown. */
  readonly isGranted: boolean | null;
  /** Asks the browser, which shows its own prompt. To be called in a click or a key press, before anything is awaited. */
  readonly request: () => void;
}

const readGrant = (): Promise<boolean> => browser.permissions.contains(NOTIFICATIONS);

/** Whether the browser shows our notifications, kept in step with its own settings. */
export const useNotificationGrant = (): NotificationGrant => {
  const [isGranted, setIsGranted] = usePermissions<boolean | null>(readGrant, null);
  // A browser without notifications, such as one on a phone, refuses the question itself.
  const request = (): void =>
    void browser.permissions.request(NOTIFICATIONS).then(setIsGranted, () => setIsGranted(false));
  return { isGranted, request };
};
