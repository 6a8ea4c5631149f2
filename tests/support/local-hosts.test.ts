import { X509Certificate } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createCertificate } from './certificate.ts';
import { type ConnectProxy, startConnectProxy } from './connect-proxy.ts';
import { fetchLocal } from './fetch-local.ts';
import { findBrowser } from './find-browser.ts';
import { type PageServer, startPageServer } from './page-server.ts';

const STORY = 'https://news.example/markets/story';

let pages: PageServer;
let proxy: ConnectProxy;
beforeAll(async () => {
  const headers = { 'content-security-policy': "default-src 'none'" };
  pages = await startPageServer(['news.example'], { [STORY]: { body: '<p>Story', headers } });
  proxy = await startConnectProxy([pages]);
});
afterAll(async () => {
  await proxy.close();
  await pages.close();
});

test('a certificate names its hosts and addresses and is signed by its own key', () => {
  const { certificate } = createCertificate(['news.example', 'api.example', '127.0.0.1']);
  const parsed = new X509Certificate(certificate);
  expect(parsed.subjectAltName).toBe('DNS:news.example, DNS:api.example, IP Address:127.0.0.1');
  expect(parsed.ca).toBe(true);
  expect(parsed.verify(parsed.publicKey)).toBe(true);
});

test('the page server gives out its pages with their headers, under their host, whatever the query', async () => {
  const answer = await fetchLocal(pages, `${STORY}?from=mail`);
  expect(answer).toMatchObject({ status: 200, text: '<p>Story' });
  expect(answer.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
  });
  expect((await fetchLocal(pages, 'https://news.example/elsewhere')).status).toBe(404);
});

test('the page server takes no page of a host that it does not stand for', () => {
  expect(() => pages.serve('https://other.example/', { body: '' })).toThrow('other.example');
});

test('the proxy tunnels to known hosts on any port, and refuses and notes all others', async () => {
  expect(await askProxy('news.example:9443')).toContain('HTTP/1.1 200');
  expect(await askProxy('tracker.example:443')).toContain('HTTP/1.1 502');
  expect(proxy.refused).toEqual(['tracker.example:443']);
});

test('a browser that the environment names wrongly is an error, not a reason to take another', () => {
  vi.stubEnv('CHROME_PATH', '/nowhere/chrome');
  expect(() => findBrowser('chromium')).toThrow('CHROME_PATH');
  vi.stubEnv('CHROME_PATH', process.execPath);
  expect(findBrowser('chromium')).toBe(process.execPath);
  vi.unstubAllEnvs();
});

function askProxy(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(proxy.port, '127.0.0.1', () => {
      socket.write(`CONNECT ${address} HTTP/1.1\r\nHost: ${address}\r\n\r\n`);
    });
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString());
    });
    socket.once('error', reject);
  });
}
