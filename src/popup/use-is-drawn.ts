import { useEffect, useState } from 'preact/hooks';

/** False in the first frame, true behind it: what need not stand in it does not hold it up. */
export const useIsDrawn = (): boolean => {
  const [isDrawn, setDrawn] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setDrawn(true));
    return () => clearTimeout(timer);
  }, []);

  return isDrawn;
};
