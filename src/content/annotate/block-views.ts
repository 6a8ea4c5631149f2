/** Which blocks are in the window, or within a screen of it. */
export interface BlockViews {
  follow(element: Element): void;
  unfollow(element: Element): void;
  isNear(element: Element): boolean;
}

/** A screen ahead: what a reader scrolls to has long been drawn. */
const MARGIN = '100% 0px';

/** Follows blocks until the signal aborts. `onNear` is called when some have come near. */
export const createBlockViews = (onNear: () => void, signal: AbortSignal): BlockViews => {
  const near = new WeakSet<Element>();
  const followed = new WeakSet<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      if (entries.some(({ isIntersecting }) => isIntersecting)) onNear();
    },
    { rootMargin: MARGIN },
  );
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    follow(element) {
      if (followed.has(element)) return;
      followed.add(element);
      observer.observe(element);
    },
    unfollow(element) {
      if (!followed.delete(element)) return;
      near.delete(element);
      observer.unobserve(element);
    },
    isNear: (element) => near.has(element),
  };
};
