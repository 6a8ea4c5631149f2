import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { HostedServer } from './local-server.ts';

/** A proxy on 127.0.0.1 that a browser sends all its traffic through. */
export interface ConnectProxy {
  readonly port: number;
  /** `host:port` of every connection that was refused, oldest first. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/**
 * Starts a CONNECT proxy: connections to hosts that a server stands for are tunnelled to it, whatever the port;
 * all others, and plain HTTP, are refused and noted.
 */
export async function startConnectProxy(servers: readonly HostedServer[]): Promise<ConnectProxy> {
  const ports = new Map(
    servers.flatMap(({ hosts, tlsPort }) => hosts.map((host) => [host, tlsPort] as const)),
  );
  const refused: string[] = [];
  const open = new Set<Duplex>();

  const server = createServer((request, response) => {
    refused.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, client, head) => {
    const { hostname } = new URL(`https://${request.url ?? ''}`);
    const localPort = ports.get(hostname);
    if (localPort === undefined) {
      refused.push(request.url ?? '');
      client.end('HTTP/1.1 502 No server stands for this host\r\n\r\n');
      return;
    }
    const upstream = connect(localPort, '127.0.0.1');
    upstream.once('connect', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => {
        client.destroy();
        upstream.destroy();
      });
      socket.on('close', () => open.delete(socket));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    refused,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
