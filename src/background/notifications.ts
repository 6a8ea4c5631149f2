import browser from 'webextension-polyfill';
import type { Alert } from '../domain/alerts/alert.ts';
import type { AlertFiring } from '../domain/alerts/alert-state.ts';
import { toAlertText } from '../ui/alert-text.ts';

/** The page that a notification leads to: the popup in a tab, with the coin named behind `#`. */
const PAGE = 'src/popup/index.html';
/** One notification per alert: a later one takes the place of an earlier one. The coin is in it for the click. */
const toNotificationId = ({ id, condition }: Alert): string => `mn-alert ${id} ${condition.coinId ?? ''}`;

/** Null until the reader granted notifications. */
const findNotifications = () => browser.notifications ?? null;

/** Tells the reader, where the browser lets us. What an alert said last can be read in the options either way. */
export const notify = async (alert: Alert, firing: AlertFiring): Promise<void> => {
  const { title, message } = toAlertText(alert.condition, firing);
  await findNotifications()
    ?.create(toNotificationId(alert), {
      type: 'basic',
      iconUrl: browser.runtime.getURL('icons/icon-128.png'),
      title,
      message,
    })
    // Revoked between the look and the notification.
    .catch(() => undefined);
};

const openSubject = async (notificationId: string): Promise<void> => {
  const [prefix, , coinId] = notificationId.split(' ');
  if (prefix !== 'mn-alert') return;
  const url = browser.runtime.getURL(coinId ? `${PAGE}#coin=${coinId}` : PAGE);
  await browser.notifications.clear(notificationId);
  const { windowId } = await browser.tabs.create({ url });
  if (windowId !== undefined) await browser.windows?.update(windowId, { focused: true });
};

const listen = (): void => {
  const clicks = findNotifications()?.onClicked;
  if (clicks && !clicks.hasListener(openSubject)) clicks.addListener(openSubject);
};

/** Opens what a notification is about when it is clicked. Register at the top level of the worker. */
export const followNotifications = (): void => {
  listen();
  browser.permissions.onAdded.addListener(listen);
};
