import browser from 'webextension-polyfill';
import { type Alerts, findAlertSubjects } from '../domain/alerts/alert.ts';
import { isQuiet } from '../domain/alerts/quiet-hours.ts';
import type { Settings } from '../domain/settings.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import type { AlertLooks } from './alerts.ts';
import type { MarketService, UnseenSubjects } from './market.ts';

const ALARM = 'mn-watch';
/** An alert may come a minute late; a badge keeps to the pace of CoinGecko and is only redrawn in between. */
const ALERTS_EVERY_MINUTES = 1;
const BADGE_EVERY_MINUTES = 2;

export interface WatchParts {
  readonly alerts: StoredItem<Alerts>;
  readonly settings: StoredItem<Settings>;
  readonly market: Pick<MarketService, 'refreshUnseen'>;
  readonly looks: AlertLooks;
  readonly drawBadge: () => Promise<void>;
  readonly minuteOfDay: () => number;
}

interface Watched {
  readonly everyMinutes: number;
  /** Null while no alert is looked at. */
  readonly subjects: UnseenSubjects | null;
}

/** What is watched with no page open; null when there is nothing, and then no request is made. */
const readWatched = async ({ alerts, settings, minuteOfDay }: WatchParts): Promise<Watched | null> => {
  const known = await alerts.read();
  const subjects = findAlertSubjects(known);
  if (!subjects && (await settings.read()).badgeCoin === null) return null;
  return {
    everyMinutes: subjects ? ALERTS_EVERY_MINUTES : BADGE_EVERY_MINUTES,
    subjects: isQuiet(known.quietHours, minuteOfDay()) ? null : subjects,
  };
};

/**
 * Looks after alerts and the badge with no page open, by one alarm that exists only while there are some. After a sleep
 * or a start of the browser there is one look, whatever was missed. Register at the top level of the worker.
 */
export const createWatch = (parts: WatchParts) => {
  const { alerts, settings, market, looks, drawBadge } = parts;
  let underWay: Promise<void> | null = null;
  let isAskedAgain = false;

  const lookNow = async (): Promise<void> => {
    const watched = await readWatched(parts);
    if (watched) {
      const hasBadge = (await settings.read()).badgeCoin !== null;
      if (watched.subjects || hasBadge) {
        await market.refreshUnseen(watched.subjects ?? { coinIds: [], needsLiquidations: false });
      }
      if (watched.subjects) await looks.look(watched.subjects.coinIds);
    }
    await drawBadge();
  };

  const look = (): Promise<void> => {
    isAskedAgain = underWay !== null;
    underWay ??= (async () => {
      do {
        isAskedAgain = false;
        await lookNow();
      } while (isAskedAgain);
    })().finally(() => {
      underWay = null;
    });
    return underWay;
  };

  /** The alarm that is needed now, and no other. */
  const follow = async (): Promise<void> => {
    const watched = await readWatched(parts);
    const alarm = await browser.alarms.get(ALARM);
    if (!watched) {
      if (alarm) await browser.alarms.clear(ALARM);
    } else if (alarm?.periodInMinutes !== watched.everyMinutes) {
      browser.alarms.create(ALARM, { periodInMinutes: watched.everyMinutes });
    }
  };

  /** A new alert is looked at when it is made: what it waits for may come true before the next minute. */
  const followAndLook = (): void => void follow().then(look);

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) followAndLook();
  });
  const { signal } = new AbortController();
  alerts.watch(followAndLook, signal);
  settings.watch(followAndLook, signal);
  browser.runtime.onStartup.addListener(followAndLook);
  browser.runtime.onInstalled.addListener(followAndLook);
};
