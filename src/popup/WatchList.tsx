import { Fragment } from 'preact';
import type { CoinId } from '../domain/coins/coin.ts';
import type { Market } from '../platform/protocol.ts';
import { toCoinReading } from '../ui/reading.ts';
import { message } from '../ui/strings.ts';
import { UndoRow } from '../ui/UndoRow.tsx';
import { toCoinLabel } from './coin-label.ts';
import { type Drag, useReorder } from './use-reorder.ts';
import type { WatchListControl } from './use-watch-list.ts';
import { WatchRow } from './WatchRow.tsx';

export interface WatchListProps {
  readonly watchList: WatchListControl;
  readonly market: Market | null;
  readonly nowMs: number;
  /** The coin that the popup was opened for. */
  readonly linkedId: CoinId | null;
}

/** The reader's coins. A removed one leaves a line in its place that puts it back. */
export const WatchList = ({ watchList, market, nowMs, linkedId }: WatchListProps) => {
  const { coinIds, lastChange, remove, move, undo } = watchList;
  const { list, drag, toHandlers } = useReorder((coinId, to) => void move(coinId, to));
  const removed = lastChange?.kind === 'removed' ? lastChange : null;
  const undoLine = removed && (
    <UndoRow
      key={`removed ${removed.coinId}`}
      class="row undo-line"
      text={message('removed', toCoinLabel(removed.coinId).name)}
      onUndo={undo}
    />
  );
  return (
    <section aria-labelledby="watch-list-heading">
      <div class="columns">
        <h2 id="watch-list-heading" class="mn-label">
          {message('watchListHeading')}
        </h2>
        {coinIds.length > 0 && <ColumnLabels />}
      </div>
      {coinIds.length === 0 && !removed && <p class="notice">{message('watchListEmpty')}</p>}
      <ul ref={list}>
        {coinIds.map((coinId, index) => (
          <Fragment key={coinId}>
            {removed?.index === index && undoLine}
            <WatchRow
              reading={toCoinReading(market, coinId)}
              nowMs={nowMs}
              isRestored={lastChange?.kind === 'restored' && lastChange.coinId === coinId}
              isLinked={coinId === linkedId}
              onRemove={() => void remove(coinId)}
              drop={drag && toDrop(drag, coinId, coinIds.indexOf(drag.coinId), index)}
              handle={toHandlers(coinId, index)}
            />
          </Fragment>
        ))}
        {removed && removed.index >= coinIds.length && undoLine}
      </ul>
    </section>
  );
};

/** The row whose edge shows where the dragged one would land. */
const toDrop = ({ coinId: dragged, to }: Drag, coinId: string, from: number, index: number) => {
  if (coinId === dragged) return 'dragged';
  if (to === from || to !== index) return null;
  return to < from ? 'drop-before' : 'drop-after';
};

const ColumnLabels = () => (
  <>
    <span class="mn-label column-week">{message('columnWeek')}</span>
    <span class="mn-label column-price">{message('columnPrice')}</span>
    <span class="mn-label column-change">{message('change24h')}</span>
  </>
);
