import { request } from 'node:https';
import type { HostedServer } from './local-server.ts';

export interface LocalResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/**
 * Asks a local server for an address of one of its hosts, as a browser with mapped hosts does.
 * @throws when the connection ends before the whole answer is there.
 */
export function fetchLocal(
  server: HostedServer & { readonly certificate: string },
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<LocalResponse> {
  const { hostname, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: server.tlsPort,
        servername: hostname,
        ca: server.certificate,
        path: pathname + search,
        headers: { ...headers, host: hostname },
        agent: false,
      },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (part: string) => {
          text += part;
        });
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }),
        );
        incoming.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end();
  });
}
