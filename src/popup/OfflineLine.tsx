import type { SourceState } from '../domain/market/source-state.ts';
import { message } from '../ui/strings.ts';

/** Says once, above all rows, what otherwise each of them would have to say. */
export const OfflineLine = ({ sources }: { readonly sources: readonly SourceState[] }) => {
  const asked = sources.filter(({ failure, lastGoodAtMs }) => failure !== null || lastGoodAtMs !== null);
  const isOffline = asked.length > 0 && asked.every(({ failure }) => failure === 'offline');
  return (
    <p role="status" class="notice" hidden={!isOffline}>
      {isOffline && message('offlineNotice')}
    </p>
  );
};
