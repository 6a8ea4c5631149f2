import { WebSocket } from 'ws';

/** A WebDriver BiDi session: commands with their results, and events. */
export interface BidiSession {
  /** Sends a command. `Result` is the shape that the specification gives its result. */
  send<Result = unknown>(method: string, params?: Readonly<Record<string, unknown>>): Promise<Result>;
  /** Calls the listener with the parameters of each event of that name. */
  on<Params>(event: string, listener: (params: Params) => void): void;
  close(): void;
}

interface Answer {
  readonly type: 'success' | 'error' | 'event';
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
  readonly method?: string;
  readonly params?: unknown;
}

interface Pending {
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Connects to a browser's BiDi address and starts a session. */
export async function openBidiSession(
  address: string,
  capabilities: Readonly<Record<string, unknown>>,
): Promise<BidiSession> {
  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const pending = new Map<number, Pending>();
  const listeners = new Map<string, ((params: unknown) => void)[]>();
  let lastId = 0;

  socket.on('message', (data) => {
    const answer = JSON.parse(data.toString()) as Answer;
    if (answer.type === 'event') {
      for (const listener of listeners.get(answer.method ?? '') ?? []) listener(answer.params);
      return;
    }
    const waiting = pending.get(answer.id ?? 0);
    pending.delete(answer.id ?? 0);
    if (answer.type === 'success') waiting?.resolve(answer.result);
    else waiting?.reject(new Error(`${waiting.method}: ${answer.error}: ${answer.message}`));
  });
  socket.on('close', () => {
    for (const { method, reject } of pending.values()) reject(new Error(`${method}: the browser has gone`));
    pending.clear();
  });

  const session: BidiSession = {
    send: <Result>(method: string, params: Readonly<Record<string, unknown>> = {}) =>
      new Promise<Result>((resolve, reject) => {
        lastId += 1;
        pending.set(lastId, { method, resolve: (result) => resolve(result as Result), reject });
        socket.send(JSON.stringify({ id: lastId, method, params }));
      }),
    on<Params>(event: string, listener: (params: Params) => void) {
      const known = listeners.get(event) ?? [];
      listeners.set(event, [...known, (params) => listener(params as Params)]);
    },
    close: () => socket.close(),
  };
  await session.send('session.new', { capabilities: { alwaysMatch: capabilities } });
  return session;
}
