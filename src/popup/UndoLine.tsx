import type { CoinId } from '../domain/coins/coin.ts';
import { message } from '../ui/strings.ts';
import { useLostFocus } from '../ui/use-lost-focus.ts';
import { toCoinLabel } from './coin-label.ts';

export interface UndoLineProps {
  readonly coinId: CoinId;
  readonly onUndo: () => void;
}

/** Stands where a coin was removed, until something else is done. */
export const UndoLine = ({ coinId, onUndo }: UndoLineProps) => {
  const button = useLostFocus<HTMLButtonElement>(true);
  return (
    <li class="row undo-line">
      <span>{message('removed', toCoinLabel(coinId).name)}</span>
      <button ref={button} type="button" class="text-button" onClick={onUndo}>
        {message('undo')}
      </button>
    </li>
  );
};
