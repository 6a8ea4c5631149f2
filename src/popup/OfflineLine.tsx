import type { Market } from '../platform/protocol.ts';
import { absenceMessage } from '../ui/absence-message.ts';
import { message } from '../ui/strings.ts';

/** Says once, above all rows, what otherwise each of them would have to say. */
export const OfflineLine = ({ market: { sources, coins } }: { readonly market: Market }) => {
  const asked = sources.filter(({ failure, lastGoodAtMs }) => failure !== null || lastGoodAtMs !== null);
  const hasFailed = asked.length > 0 && asked.every(({ failure }) => failure === 'offline');
  // Sources are asked by turns: the browser may know of it minutes before the last of them has failed.
  const isOffline = hasFailed || !navigator.onLine;
  const hasFigures = coins.some(({ quote }) => quote !== null);
  return (
    <p role="status" class="notice" hidden={!isOffline}>
      {isOffline && (hasFigures ? message('offlineNotice') : absenceMessage('offline'))}
    </p>
  );
};
