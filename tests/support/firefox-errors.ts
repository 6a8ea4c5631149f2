import type { BidiSession } from './bidi.ts';
import type { BrowserError } from './browser.ts';

const CHANNEL = 'mn-errors';

/**
 * Runs in the browser's own scope and reports, from all processes, uncaught errors (which come to the parent's
 * console by themselves) and `console.error` (which each process must be asked for): so extension pages and the
 * background are heard too, which BiDi's own log leaves out.
 */
const REPORT_ERRORS = `function (report) {
  Services.console.registerListener({
    QueryInterface: ChromeUtils.generateQI(['nsIConsoleListener']),
    observe(message) {
      const isError = message instanceof Ci.nsIScriptError && message.flags === Ci.nsIScriptError.errorFlag;
      if (isError) report({ kind: 'exception', url: message.sourceName, text: message.errorMessage });
    },
  });
  Services.ppmm.addMessageListener('${CHANNEL}', ({ data }) => report({ kind: 'console', ...data }));
  const listenInProcess = function () {
    const system = Cc['@mozilla.org/systemprincipal;1'].createInstance(Ci.nsIPrincipal);
    const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
    storage.addLogEventListener((event) => {
      const call = event.wrappedJSObject ?? event;
      if (call.level !== 'error') return;
      sendAsyncMessage('${CHANNEL}', { url: call.filename, text: [...call.arguments].map(String).join(' ') });
    }, system);
  };
  Services.ppmm.loadProcessScript('data:,(' + encodeURIComponent(listenInProcess.toString()) + ')()', true);
}`;

/**
 * Firefox's own note of a question that was under way when its page closed or its extension was removed: the promise is
 * never settled, so no script could have caught it.
 */
const CLOSED_WHILE_ASKING =
  /^Promise (?:resolved after context unloaded|rejected after context unloaded: (?:Actor 'Conduits' destroyed|Could not establish connection))/;

interface RemoteEntry {
  readonly value?: unknown;
}

interface MessageEvent {
  readonly channel: string;
  readonly data: { readonly value?: readonly (readonly [key: string, entry: RemoteEntry])[] };
}

/** Reports every console error and uncaught exception of pages, content scripts and the extension. */
export async function watchFirefoxErrors(
  session: BidiSession,
  chromeContext: string,
  report: (error: BrowserError) => void,
): Promise<void> {
  session.on<MessageEvent>('script.message', ({ channel, data }) => {
    if (channel !== CHANNEL) return;
    const fields = new Map(data.value?.map(([key, entry]) => [key, String(entry.value ?? '')]));
    const url = fields.get('url') ?? '';
    // The rest is the browser's own, such as a refused update.
    if (!/^(https?|moz-extension):/.test(url)) return;
    if (CLOSED_WHILE_ASKING.test(fields.get('text') ?? '')) return;
    report({
      url,
      kind: fields.get('kind') === 'console' ? 'console' : 'exception',
      text: fields.get('text') ?? '',
    });
  });
  await session.send('session.subscribe', { events: ['script.message'] });
  await session.send('script.callFunction', {
    functionDeclaration: REPORT_ERRORS,
    arguments: [{ type: 'channel', value: { channel: CHANNEL } }],
    awaitPromise: false,
    target: { context: chromeContext },
  });
}
