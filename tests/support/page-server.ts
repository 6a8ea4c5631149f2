import { type HostedServer, startLocalServer, toHostName } from './local-server.ts';

/** A document that the page server gives out. */
export interface ServedPage {
  readonly body: string;
  /** `text/html; charset=utf-8` by default. */
  readonly type?: string;
  /** More headers, such as `content-security-policy`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Pages by address, such as `https://www.coindesk.com/markets/story`; a query in a request is left out. */
export type ServedPages = Readonly<Record<string, ServedPage>>;

export interface PageServer extends HostedServer {
  /** PEM: the trust of a client in Node. */
  readonly certificate: string;
  /** Gives out a page from now on. Its host must be one of the server's. */
  serve(url: string, page: ServedPage): void;
  close(): Promise<void>;
}

/** Serves pages over TLS under real host names, as the browser drivers map them. Other paths answer 404. */
export async function startPageServer(
  hosts: readonly string[],
  pages: ServedPages = {},
): Promise<PageServer> {
  const served = new Map<string, ServedPage>();
  const serve = (url: string, page: ServedPage): void => {
    const { host, pathname } = new URL(url);
    if (!hosts.includes(host)) throw new Error(`The page server does not stand for ${host}`);
    served.set(host + pathname, page);
  };
  for (const [url, page] of Object.entries(pages)) serve(url, page);

  const local = await startLocalServer(hosts, (request, response) => {
    const host = toHostName(request.headers.host);
    const { pathname } = new URL(request.url ?? '/', `https://${host}`);
    const page = served.get(host + pathname);
    if (page) {
      response.writeHead(200, { 'content-type': page.type ?? 'text/html; charset=utf-8', ...page.headers });
      response.end(page.body);
    } else if (pathname === '/favicon.ico') {
      // Browsers ask for it unbidden, and a 404 would be an error in the console of a sound page.
      response.writeHead(204).end();
    } else {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not Found');
    }
  });
  return {
    hosts: local.hosts,
    tlsPort: local.tlsPort,
    spkiHash: local.spkiHash,
    certificate: local.certificate,
    serve,
    close: local.close,
  };
}
