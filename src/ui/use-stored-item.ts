import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import type { StoredItem } from '../platform/stored-item.ts';

/**
 * A stored value, kept in step with every other place that writes it, and the way to change it. The value is null for
 * the moment until it is first read. `item` must be the same object on every render.
 */
export const useStoredItem = <T extends object>(
  item: StoredItem<T>,
): readonly [T | null, (change: (value: T) => T) => Promise<void>] => {
  const [value, setValue] = useState<T | null>(null);

  // A layout effect reads before the first paint and not after it: a frame sooner.
  useLayoutEffect(() => {
    const shown = new AbortController();
    item.follow(setValue, shown.signal);
    return () => shown.abort();
  }, [item]);

  const update = useCallback(async (change: (value: T) => T) => setValue(await item.update(change)), [item]);
  return [value, update];
};
