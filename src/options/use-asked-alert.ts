import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { type CoinId, CoinIdSchema } from '../domain/coins/coin.ts';

/** The coin in `#alert=bitcoin`, or null. */
const findAskedCoin = (hash: string): CoinId | null => {
  const coinId = new URLSearchParams(hash.slice(1)).get('alert');
  return v.is(CoinIdSchema, coinId) ? coinId : null;
};

/** The coin that another surface asked an alert for in the page's address, and how to put that aside. */
export const useAskedAlert = (): readonly [CoinId | null, () => void] => {
  const [asked, setAsked] = useState(() => findAskedCoin(location.hash));
  useEffect(() => {
    const onHashChange = (): void => setAsked(findAskedCoin(location.hash));
    addEventListener('hashchange', onHashChange);
    return () => removeEventListener('hashchange', onHashChange);
  }, []);
  const putAside = (): void => {
    history.replaceState(null, '', location.pathname);
    setAsked(null);
  };
  return [asked, putAside];
};
