import { fetchLocal } from './fetch-local.ts';
import type { HostedServer } from './local-server.ts';

/** `fetch` as far as the sources use it, over a local server in place of the hosts of the world. */
export const fetchThrough =
  (server: HostedServer & { readonly certificate: string }): typeof globalThis.fetch =>
  async (input, init) => {
    const signal = init?.signal;
    const answer = fetchLocal(server, String(input), Object.fromEntries(new Headers(init?.headers)));
    const gaveUp = new Promise<never>((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
    const { status, headers, text } = await Promise.race([answer, gaveUp]);
    const flat = Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')] as [string, string]],
    );
    return new Response(text, { status, headers: flat });
  };
