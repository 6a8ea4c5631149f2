import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from '../support/build-extension.ts';
import { type Entries, readFolder } from './zip.ts';

/** Built anew beside `dist`, which may be in use by whoever works on the extension. */
const buildAside = (browser: 'chromium' | 'firefox'): Entries => {
  const folder = mkdtempSync(join(tmpdir(), `margin-notes-${browser}-`));
  try {
    return readFolder(buildExtension(browser, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const MANIFEST = 'manifest.json';

const toText = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

const ManifestSchema = v.object({
  content_security_policy: v.object({ extension_pages: v.string() }),
  host_permissions: v.array(v.string()),
  content_scripts: v.array(v.object({ matches: v.array(v.string()) })),
});

describe('what ships', () => {
  let chromium: Entries;
  let firefox: Entries;
  const scripts = (): readonly (readonly [string, string])[] =>
    [...chromium].filter(([path]) => path.endsWith('.js')).map(([path, bytes]) => [path, toText(bytes)]);

  beforeAll(() => {
    chromium = buildAside('chromium');
    firefox = buildAside('firefox');
  }, 120_000);

  it('is the same from build to build: both browsers get the same bytes in all but the manifest', () => {
    const withoutManifest = (entries: Entries) =>
      [...entries]
        .filter(([path]) => path !== MANIFEST)
        .map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]);
    expect(withoutManifest(firefox)).toEqual(withoutManifest(chromium));
  });

  it('writes no markup and evaluates no text', () => {
    const pattern =
      /\.(?:innerHTML|outerHTML)\b|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe|\beval\(|new Function\(|importScripts|\bimport\(/;
    const found = scripts().flatMap(([path, code]) => {
      const match = pattern.exec(code);
      return match ? [`${path}: ${code.slice(match.index - 60, match.index + 60)}`] : [];
    });
    expect(found).toEqual([]);
  });

  it('loads scripts and styles from the package alone', () => {
    const pages = [...chromium].filter(([path]) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(1);
    const addresses = pages.flatMap(([, bytes]) =>
      [...toText(bytes).matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address),
    );
    expect(addresses.filter((address) => !/^\/[^/]/.test(address))).toEqual([]);
    expect(pages.filter(([, bytes]) => /<script(?![^>]*\ssrc=)|\son\w+=/.test(toText(bytes)))).toEqual([]);
    const imports = scripts().flatMap(([, code]) =>
      [...code.matchAll(/(?:from|import)\s*"([^"]+)"/g)].map(([, address = '']) => address),
    );
    expect(imports.filter((address) => !address.startsWith('./'))).toEqual([]);
    const styles = [...chromium].filter(([path]) => path.endsWith('.css')).map(([, bytes]) => toText(bytes));
    expect(styles.filter((css) => /@import|url\((?!["']?data:)/.test(css))).toEqual([]);
  });

  it.each([['chromium'], ['firefox']] as const)(
    'has a policy and no file for pages in the manifest of %s',
    (browser) => {
      const text = toText((browser === 'chromium' ? chromium : firefox).get(MANIFEST));
      expect(text).not.toMatch(/web_accessible_resources|externally_connectable|unsafe-|"<all_urls>"/);
      const manifest = v.parse(ManifestSchema, JSON.parse(text));
      const policy = new Map(
        manifest.content_security_policy.extension_pages.split(';').map((part) => {
          const [name = '', ...values] = part.trim().split(' ');
          return [name, values];
        }),
      );
      const connect = policy.get('connect-src') ?? [];
      policy.delete('connect-src');
      expect(Object.fromEntries(policy)).toEqual({
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
      });
      const sites = manifest.content_scripts.flatMap(({ matches }) => matches);
      const apis = manifest.host_permissions.filter((host) => !sites.includes(host));
      expect(connect.filter((host) => host.startsWith('https:')).map((host) => `${host}/*`)).toEqual(apis);
      // Its own files are the texts of the language that the reader chose.
      expect(connect.filter((host) => !/^(?:https|wss):\/\/[a-z0-9.-]+$/.test(host))).toEqual(["'self'"]);
    },
  );
});
