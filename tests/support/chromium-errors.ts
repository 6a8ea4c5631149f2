import type { BrowserContext, CDPSession } from 'playwright-core';
import type { BrowserError } from './browser.ts';

/**
 * Reports console errors and uncaught exceptions of pages, content scripts, extension pages and workers.
 * Playwright knows all of them but exceptions in a service worker; those are read from a session of their own,
 * which replays what the worker left before it was attached.
 */
export async function watchChromiumErrors(
  context: BrowserContext,
  browserSession: CDPSession,
  report: (error: BrowserError) => void,
): Promise<void> {
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const url = message.worker()?.url() ?? message.page()?.url() ?? message.location().url;
    report({ url, kind: 'console', text: message.text() });
  });
  context.on('weberror', (webError) => {
    const error = webError.error();
    report({ url: webError.page()?.url() ?? '', kind: 'exception', text: `${error.name}: ${error.message}` });
  });

  const workerUrls = new Map<string, string>();
  browserSession.on('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.type !== 'service_worker') return;
    void attach(browserSession, targetInfo.targetId).then((sessionId) => {
      if (sessionId) workerUrls.set(sessionId, targetInfo.url);
    });
  });
  browserSession.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
    const text = findExceptionText(message);
    if (text !== null) report({ url: workerUrls.get(sessionId) ?? '', kind: 'exception', text });
  });
  await browserSession.send('Target.setDiscoverTargets', { discover: true });
}

/** The session's id, or null when the worker was gone before it could be attached. */
async function attach(browserSession: CDPSession, targetId: string): Promise<string | null> {
  try {
    // Not flat: Playwright's session cannot hear the sessions of others, but passes on their messages.
    const { sessionId } = await browserSession.send('Target.attachToTarget', { targetId, flatten: false });
    const message = JSON.stringify({ id: 1, method: 'Runtime.enable' });
    await browserSession.send('Target.sendMessageToTarget', { sessionId, message });
    return sessionId;
  } catch {
    return null;
  }
}

interface ExceptionMessage {
  readonly method?: string;
  readonly params?: {
    readonly exceptionDetails?: {
      readonly text: string;
      readonly exception?: { readonly description?: string };
    };
  };
}

function findExceptionText(message: string): string | null {
  const { method, params } = JSON.parse(message) as ExceptionMessage;
  if (method !== 'Runtime.exceptionThrown' || !params?.exceptionDetails) return null;
  return params.exceptionDetails.exception?.description ?? params.exceptionDetails.text;
}
