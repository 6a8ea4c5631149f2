import { message } from '../ui/strings.ts';
import type { HandleHandlers } from './use-reorder.ts';

export interface MoveHandleProps {
  readonly name: string;
  readonly handlers: HandleHandlers;
}

/** What a row is dragged by; with the keyboard on it, arrows move the row. */
export const MoveHandle = ({ name, handlers }: MoveHandleProps) => (
  <button type="button" class="handle" aria-label={message('move', name)} {...handlers}>
    <svg viewBox="0 0 6 14" width="6" height="14" aria-hidden="true">
      <path d="M1.2 2h0M4.8 2h0M1.2 7h0M4.8 7h0M1.2 12h0M4.8 12h0" />
    </svg>
  </button>
);
