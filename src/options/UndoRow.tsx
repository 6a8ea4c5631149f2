import { message } from '../ui/strings.ts';
import { useLostFocus } from '../ui/use-lost-focus.ts';

export interface UndoRowProps {
  /** What was done. */
  readonly text: string;
  readonly onUndo: () => void;
}

/** Stands where something was deleted, until something else is done. */
export const UndoRow = ({ text, onUndo }: UndoRowProps) => {
  const button = useLostFocus<HTMLButtonElement>(true);
  return (
    <li class="field undo-row">
      <span>{text}</span>
      <button ref={button} type="button" class="text-button" onClick={onUndo}>
        {message('undo')}
      </button>
    </li>
  );
};
