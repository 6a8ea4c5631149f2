import { isBlockedSite } from '../domain/sites.ts';
import { blockedSitesItem } from '../platform/reader-items.ts';
import { findPageHost } from './page-host.ts';

/**
 * Runs a session on this page unless the reader blocked its site. On a blocked site nothing is read, asked or changed;
 * blocking it while the page is open ends the session, and unblocking it starts a new one.
 */
export const followBlockedSites = (
  startSession: (session: AbortController) => void,
  signal: AbortSignal,
): void => {
  let session: AbortController | null = null;

  const start = (): void => {
    session = new AbortController();
    startSession(session);
  };

  const stop = (): void => {
    session?.abort();
    session = null;
  };

  const follow = (blocked: readonly string[]): void => {
    if (isBlockedSite(blocked, findPageHost())) stop();
    else if (!session) start();
  };

  signal.addEventListener('abort', stop);
  blockedSitesItem.follow(follow, signal);
};
