import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** For an element that appears in the place of another: it takes the focus if that one had it and took it along. */
export const useLostFocus = <T extends HTMLElement>(isInPlace: boolean): RefObject<T | null> => {
  const element = useRef<T | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first drawing may move the focus
  useLayoutEffect(() => {
    if (isInPlace && document.activeElement === document.body) element.current?.focus();
  }, []);
  return element;
};
