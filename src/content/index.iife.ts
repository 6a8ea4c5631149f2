import './details.ts';
import { startPageSession } from './page-session.ts';

declare global {
  /** The session of this page, in the content script's own world. */
  var mnSession: AbortController | undefined;
}

// A site that the reader grants while its tabs are open gets the script a second time: one session at a time.
globalThis.mnSession?.abort();
globalThis.mnSession = new AbortController();
// What an older copy of the extension left here calls a browser that no longer answers it.
globalThis.mnDetails = undefined;
startPageSession(globalThis.mnSession);
