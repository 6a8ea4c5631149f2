import { message } from '../../ui/strings.ts';
import { findPageHost } from '../page-host.ts';

export interface DismissedCardProps {
  readonly surface: string;
  readonly onUndo: () => void;
}

/** Stands where a card stood whose words the reader called no mention. */
export const DismissedCard = ({ surface, onUndo }: DismissedCardProps) => (
  <p class="dismissed" role="status">
    {message('cardDismissed', surface, findPageHost())}{' '}
    <button type="button" class="act" onClick={onUndo}>
      {message('undo')}
    </button>
  </p>
);
