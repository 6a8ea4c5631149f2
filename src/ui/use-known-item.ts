import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import type { StoredItem } from '../platform/stored-item.ts';

/**
 * A stored value that was read before anything was drawn, kept in step with every other place that writes it, and the way
 * to change it. `item` must be the same object on every render.
 */
export const useKnownItem = <T extends object>(
  item: StoredItem<T>,
  known: T,
): readonly [T, (change: (value: T) => T) => Promise<void>] => {
  const [value, setValue] = useState(known);

  useLayoutEffect(() => {
    const shown = new AbortController();
    item.watch(setValue, shown.signal);
    return () => shown.abort();
  }, [item]);

  const update = useCallback(async (change: (value: T) => T) => setValue(await item.update(change)), [item]);
  return [value, update];
};
