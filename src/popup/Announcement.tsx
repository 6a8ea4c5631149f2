import { WATCH_LIST_LIMIT } from '../domain/watch-list.ts';
import { message } from '../ui/strings.ts';
import { toCoinLabel } from './coin-label.ts';
import type { LastChange } from './use-watch-list.ts';

const toText = (change: LastChange): string => {
  if (change.kind === 'full') return message('watchListFull', String(WATCH_LIST_LIMIT));
  const { name } = toCoinLabel(change.coinId);
  if (change.kind === 'moved') return message('moved', name, String(change.place));
  return message(change.kind === 'removed' ? 'removed' : 'added', name);
};

/** Says aloud what changed in the watch-list. Drawn only where the list itself does not show it. */
export const Announcement = ({ lastChange }: { readonly lastChange: LastChange | null }) => (
  <p role="status" class={lastChange?.kind === 'full' ? 'notice' : 'mn-hidden'}>
    {lastChange && toText(lastChange)}
  </p>
);
