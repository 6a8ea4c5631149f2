import { message } from '../../ui/strings.ts';

export interface DismissedCardProps {
  readonly surface: string;
  readonly onUndo: () => void;
}

/** Stands where a card stood whose words the reader called no mention. */
export const DismissedCard = ({ surface, onUndo }: DismissedCardProps) => (
  <p class="dismissed" role="status">
    {message('cardDismissed', surface, location.hostname)}{' '}
    <button type="button" class="act" onClick={onUndo}>
      {message('undo')}
    </button>
  </p>
);
