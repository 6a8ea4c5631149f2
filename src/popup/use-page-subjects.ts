import { useLayoutEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { CoinId } from '../domain/coins/coin.ts';
import { findVenueId } from '../domain/mentions/mention.ts';
import { askTab } from '../platform/messenger.ts';
import type { PageNotes } from '../platform/protocol.ts';

/** What the open page names, each once, in the page's order. */
export interface PageSubjects {
  readonly coinIds: readonly CoinId[];
  readonly venueIds: readonly string[];
}

const toPageSubjects = ({ notes }: PageNotes): PageSubjects => {
  const subjects = [...new Set(notes.map((note) => note.id))];
  return {
    coinIds: subjects.filter((subject) => findVenueId(subject) === null),
    venueIds: subjects.flatMap((subject) => findVenueId(subject) ?? []),
  };
};

const readActivePage = async (): Promise<PageSubjects | null> => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const outcome = await askTab(tab.id, 'readPageNotes', {});
  return outcome.ok ? toPageSubjects(outcome.reply) : null;
};

/** What the page in the current tab names; null while unknown and where Margin Notes does not run. Asked for once. */
export const usePageSubjects = (): PageSubjects | null => {
  const [subjects, setSubjects] = useState<PageSubjects | null>(null);
  useLayoutEffect(() => {
    void readActivePage().then(setSubjects);
  }, []);
  return subjects;
};
