import { useEffect, useState } from 'preact/hooks';
import type { CoinId } from '../domain/coins/coin.ts';
import { findCoinInAddress } from '../ui/find-coin-in-address.ts';

/** The coin that another surface asked an alert for in the page's address, and how to put that aside. */
export const useAskedAlert = (): readonly [CoinId | null, () => void] => {
  const [asked, setAsked] = useState(() => findCoinInAddress('alert'));
  useEffect(() => {
    const onHashChange = (): void => setAsked(findCoinInAddress('alert'));
    addEventListener('hashchange', onHashChange);
    return () => removeEventListener('hashchange', onHashChange);
  }, []);
  const putAside = (): void => {
    history.replaceState(null, '', location.pathname);
    setAsked(null);
  };
  return [asked, putAside];
};
