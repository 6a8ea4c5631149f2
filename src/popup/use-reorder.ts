import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { CoinId } from '../domain/coins/coin.ts';

export interface Drag {
  readonly coinId: CoinId;
  /** The place that the row would have if it were let go now, counted from 0. */
  readonly to: number;
}

export interface Reorder {
  /** For the list, whose rows each carry the coin in `data-id`. */
  readonly list: RefObject<HTMLUListElement | null>;
  readonly drag: Drag | null;
  /** For the handle of a row. */
  readonly toHandlers: (coinId: CoinId, index: number) => HandleHandlers;
}

export interface HandleHandlers {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const STEPS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowUp: (index) => index - 1,
  ArrowDown: (index) => index + 1,
  Home: () => 0,
  End: (_index, last) => last,
};

/** Moves rows by drag, and by arrow keys, Home and End on their handles. */
export const useReorder = (move: (coinId: CoinId, to: number) => void): Reorder => {
  const list = useRef<HTMLUListElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);

  const rows = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[data-id]') ?? [])];

  /** As many of the other rows as lie above the pointer. */
  const findPlace = (coinId: CoinId, y: number): number =>
    rows().filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return row.getAttribute('data-id') !== coinId && top + height / 2 < y;
    }).length;

  const toHandlers = (coinId: CoinId, index: number): HandleHandlers => ({
    onPointerDown(event) {
      if (event.button !== 0) return;
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      setDrag({ coinId, to: index });
    },
    onPointerMove(event) {
      if (drag) setDrag({ coinId, to: findPlace(coinId, event.clientY) });
    },
    onPointerUp() {
      if (drag && drag.to !== index) move(coinId, drag.to);
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
    onKeyDown(event) {
      if (event.key === 'Escape' && drag) setDrag(null);
      else {
        const last = rows().length - 1;
        const to = STEPS[event.key]?.(index, last);
        if (to === undefined) return;
        if (to >= 0 && to <= last) move(coinId, to);
      }
      event.preventDefault();
    },
  });

  return { list, drag, toHandlers };
};
