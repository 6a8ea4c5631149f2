/** Follows elements into the window and out of it, without ever measuring the page. */
export interface ViewObserver {
  follow(element: Element): void;
  unfollow(element: Element): void;
  /** Undefined until the browser has looked for the first time. */
  isIn(element: Element): boolean | undefined;
}

/** `margin` is added around the window, as CSS margins are. `onEnter` is called when some came in. Ends with the signal. */
export const createViewObserver = (
  margin: string,
  onEnter: () => void,
  signal: AbortSignal,
): ViewObserver => {
  const known = new WeakMap<Element, boolean | undefined>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (known.has(target)) known.set(target, isIntersecting);
      if (entries.some(({ isIntersecting }) => isIntersecting)) onEnter();
    },
    { rootMargin: margin },
  );
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    follow(element) {
      if (known.has(element)) return;
      known.set(element, undefined);
      observer.observe(element);
    },
    unfollow(element) {
      if (known.delete(element)) observer.unobserve(element);
    },
    isIn: (element) => known.get(element),
  };
};
