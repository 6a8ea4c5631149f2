import { useLayoutEffect } from 'preact/hooks';

/** Keeps the popup as tall as it was last, in CSS pixels, until all of it is drawn: its window does not grow by turns. */
export const useLastHeight = (lastPx: number, isComplete: boolean): void => {
  useLayoutEffect(() => {
    document.body.style.minBlockSize = isComplete ? '' : `${lastPx}px`;
  }, [lastPx, isComplete]);
};
