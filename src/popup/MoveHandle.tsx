import { message } from '../ui/strings.ts';
import type { HandleHandlers } from './use-reorder.ts';

export interface MoveHandleProps {
  readonly name: string;
  readonly handlers: HandleHandlers;
}

/** What a row is dragged by; with the keyboard on it, arrows move the row. */
export const MoveHandle = ({ name, handlers }: MoveHandleProps) => (
  <button type="button" class="handle" aria-label={message('move', name)} {...handlers}>
    <svg viewBox="0 0 6 14" width="6" height="14" fill="currentColor" aria-hidden="true">
      {[2, 7, 12].map((y) => (
        <>
          <circle cx="1.2" cy={y} r="1" />
          <circle cx="4.8" cy={y} r="1" />
        </>
      ))}
    </svg>
  </button>
);
