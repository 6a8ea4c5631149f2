import { useEffect, useState } from 'preact/hooks';

/** The time, anew every `everyMs`: ages on screen grow between answers, too. */
export const useNow = (everyMs: number): number => {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return nowMs;
};
