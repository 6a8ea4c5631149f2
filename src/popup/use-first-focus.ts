import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** For what the popup was opened for: it is brought into view and takes the focus, once. */
export const useFirstFocus = <T extends HTMLElement>(isMeant: boolean): RefObject<T | null> => {
  const element = useRef<T | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first drawing may move the focus
  useLayoutEffect(() => {
    if (!isMeant) return;
    element.current?.scrollIntoView({ block: 'center' });
    element.current?.focus({ preventScroll: true });
  }, []);
  return element;
};
