import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createCertificate } from './certificate.ts';

/** What a browser must know to take a local server for the real owner of its host names. */
export interface HostedServer {
  readonly hosts: readonly string[];
  /** Port of the server on 127.0.0.1. */
  readonly tlsPort: number;
  /** See `Certificate.spkiHash`. */
  readonly spkiHash: string;
}

/** A local TLS server that can present each of its host names. */
export interface LocalServer extends HostedServer {
  /** The server's own certificate, PEM: the trust of a client in Node. */
  readonly certificate: string;
  readonly server: Server;
  close(): Promise<void>;
}

/** Starts a TLS server on a free port of 127.0.0.1 with a fresh certificate for the host names. */
export async function startLocalServer(
  hosts: readonly string[],
  listener: RequestListener,
): Promise<LocalServer> {
  const { certificate, key, spkiHash } = createCertificate(hosts);
  const server = createServer({ cert: certificate, key }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    hosts,
    tlsPort: port,
    spkiHash,
    certificate,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The host name that a request was made to, without its port; empty when the client sent none. */
export function toHostName(hostHeader: string | undefined): string {
  return (hostHeader ?? '').replace(/:\d+$/, '').toLowerCase();
}
