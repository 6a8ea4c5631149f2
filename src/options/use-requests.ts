import { useEffect, useState } from 'preact/hooks';
import { askBackground } from '../platform/messenger.ts';
import type { Reply } from '../platform/protocol.ts';

const EVERY_MS = 10_000;

/** How often each source was asked lately, while the page is in view; null before the first answer. */
export const useRequests = (): Reply<'readRequests'> | null => {
  const [requests, setRequests] = useState<Reply<'readRequests'> | null>(null);
  useEffect(() => {
    const read = async (): Promise<void> => {
      if (document.hidden) return;
      const outcome = await askBackground('readRequests', {});
      if (outcome.ok) setRequests(outcome.reply);
    };
    void read();
    const timer = setInterval(read, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return requests;
};
