import './details.ts';
import { followBlockedSites } from './follow-blocked-sites.ts';
import { startPageSession } from './page-session.ts';
import { takeOverPage } from './take-over.ts';

declare global {
  /** Ends what this script does in this page; it stands in the content script's own world. */
  var mnSession: AbortController | undefined;
}

/** Pictures, feeds and other documents that a browser shows have no story of ours. */
const isHtml = (): boolean => /html/.test(document.contentType);

// A site that the reader grants while its tabs are open gets the script a second time: one of them at a time.
globalThis.mnSession?.abort();
globalThis.mnSession = new AbortController();
// What an older copy of the extension left here calls a browser that no longer answers it.
globalThis.mnDetails = undefined;
if (isHtml()) {
  takeOverPage(globalThis.mnSession);
  followBlockedSites(startPageSession, globalThis.mnSession.signal);
}
