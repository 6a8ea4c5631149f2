import { message } from './strings.ts';
import { useLostFocus } from './use-lost-focus.ts';

export interface UndoRowProps {
  /** By which the list that it stands in draws it. */
  readonly class: string;
  /** What was done. */
  readonly text: string;
  readonly onUndo: () => void;
}

/** Stands where something was removed from a list, until something else is done. */
export const UndoRow = ({ class: name, text, onUndo }: UndoRowProps) => {
  const button = useLostFocus<HTMLButtonElement>(true);
  return (
    <li class={name}>
      <span>{text}</span>
      <button ref={button} type="button" class="text-button" onClick={onUndo}>
        {message('undo')}
      </button>
    </li>
  );
};
