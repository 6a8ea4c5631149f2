import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { type MessageName, protocol, type Reply, type Request, type Sender } from './protocol.ts';

/**
 * The outcome of a message. `gone`: this copy of the extension was updated or removed, and nothing will answer it again.
 * `no-answer`: nobody listens there, or the listener failed. `bad-reply`: it answered in a shape of another version.
 */
export type MessageOutcome<T> =
  | { readonly ok: true; readonly reply: T }
  | { readonly ok: false; readonly code: 'gone' | 'no-answer' | 'bad-reply' };

const EnvelopeSchema = v.object({
  mn: v.picklist(Object.keys(protocol) as MessageName[]),
  request: v.unknown(),
});

/** False once the extension was updated or removed while this script's page stayed open. */
export const isExtensionAlive = (): boolean => {
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
};

const deliver = async <Name extends MessageName>(
  name: Name,
  send: () => Promise<unknown>,
): Promise<MessageOutcome<Reply<Name>>> => {
  if (!isExtensionAlive()) return { ok: false, code: 'gone' };
  try {
    const parsed = v.safeParse(protocol[name].reply, await send());
    return parsed.success
      ? { ok: true, reply: parsed.output as Reply<Name> }
      : { ok: false, code: 'bad-reply' };
  } catch {
    return { ok: false, code: isExtensionAlive() ? 'no-answer' : 'gone' };
  }
};

/** Asks the background. */
export const askBackground = <Name extends MessageName>(name: Name, request: Request<Name>) =>
  deliver(name, () => browser.runtime.sendMessage({ mn: name, request }));

/** Asks our content script in a tab, in its page or in a frame of it; `no-answer` where none runs. */
export const askTab = <Name extends MessageName>(
  tabId: number,
  name: Name,
  request: Request<Name>,
  frameId = 0,
) => deliver(name, () => browser.tabs.sendMessage(tabId, { mn: name, request }, { frameId }));

/** The same to the scripts in its frames, too; the first of them answers. */
export const tellTab = <Name extends MessageName>(tabId: number, name: Name, request: Request<Name>) =>
  deliver(name, () => browser.tabs.sendMessage(tabId, { mn: name, request }));

export type Handlers = {
  readonly [Name in MessageName]?: (
    request: Request<Name>,
    sender: Runtime.MessageSender,
  ) => Promise<Reply<Name>>;
};

const senderOf = (sender: Runtime.MessageSender): Sender | null => {
  if (sender.id !== browser.runtime.id) return null;
  return sender.url?.startsWith(browser.runtime.getURL('')) ? 'extension' : 'page';
};

/**
 * Answers the messages that `handlers` names and leaves all others alone. A request that does not fit its schema or
 * comes from a sender that may not ask is not answered.
 */
export const answerMessages = (handlers: Handlers, signal?: AbortSignal): void => {
  const onMessage = (message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined => {
    const envelope = v.safeParse(EnvelopeSchema, message);
    if (!envelope.success) return undefined;
    const { mn, request } = envelope.output;
    const handler = handlers[mn] as
      | ((request: unknown, sender: Runtime.MessageSender) => Promise<unknown>)
      | undefined;
    const from = senderOf(sender);
    if (!handler || !from || !(protocol[mn].senders as readonly Sender[]).includes(from)) return undefined;
    const parsed = v.safeParse(protocol[mn].request, request);
    return parsed.success ? handler(parsed.output, sender) : undefined;
  };
  browser.runtime.onMessage.addListener(
    onMessage as Parameters<typeof browser.runtime.onMessage.addListener>[0],
  );
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
};
