import browser from 'webextension-polyfill';

const ALARM = 'mn-refresh';
const EVERY_MINUTES = 1;

export interface ScheduleParts {
  readonly isWatched: () => Promise<boolean>;
  readonly refresh: () => Promise<void>;
}

/**
 * A refresh a minute while somebody looks: it carries a retry past a killed worker, and keeps a page that is read
 * without moving up to date. The alarm ends itself once nobody looks. Register at the top level of the worker.
 */
export const createSchedule = ({ isWatched, refresh }: ScheduleParts) => {
  browser.alarms.onAlarm.addListener(async ({ name }) => {
    if (name !== ALARM) return;
    if (await isWatched()) await refresh();
    else await browser.alarms.clear(ALARM);
  });

  return {
    /** Somebody looks. */
    async start(): Promise<void> {
      if (!(await browser.alarms.get(ALARM))) {
        browser.alarms.create(ALARM, { periodInMinutes: EVERY_MINUTES });
      }
    },
  };
};
