import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { type Plugin, parseSync, Visitor } from 'vite';
import { defineConfig } from 'vitest/config';
import manifest from './manifest.json' with { type: 'json' };
import { NEWS_SITES, toMatchPatterns } from './src/domain/sites.ts';
import { derivativesSources } from './src/sources/derivatives/index.ts';
import { coinalyze } from './src/sources/liquidations/coinalyze.ts';
import { liquidationVenues } from './src/sources/liquidations/index.ts';
import { priceSources } from './src/sources/prices/index.ts';

const BROWSERS = ['chromium', 'firefox'] as const;
type Browser = (typeof BROWSERS)[number];

const apiOrigins = [
  ...new Set([
    ...priceSources.map(({ origin }) => origin),
    ...liquidationVenues.flatMap(({ origin }) => origin ?? []),
    ...derivativesSources.map(({ origin }) => origin),
    coinalyze.origin,
  ]),
];
const streamOrigins = liquidationVenues.flatMap(({ stream }) => (stream ? new URL(stream.url).origin : []));

/** The script that the background runs in pages with notes. */
const DETAILS_SOURCE = 'src/content/details.iife.ts';

/** The lists that the code itself works by, written where the browser reads them. */
const filledManifest = () => {
  const [contentScript] = manifest.content_scripts;
  const connect = [...apiOrigins.map((origin) => origin.replace('/*', '')), ...streamOrigins].join(' ');
  return {
    ...manifest,
    content_scripts: [
      { ...contentScript, matches: toMatchPatterns(NEWS_SITES) },
      // Only to have it built: the entry does not ship.
      { js: [DETAILS_SOURCE], matches: toMatchPatterns(NEWS_SITES) },
    ],
    // The sites stand here too, because running the second script in them needs more than a declared first one.
    host_permissions: [...apiOrigins, ...toMatchPatterns(NEWS_SITES)],
    content_security_policy: {
      extension_pages: `${manifest.content_security_policy.extension_pages}; connect-src 'self' ${connect}`,
    },
  };
};

/** Toolbar icons for dark themes, named by the text on them, and for light ones. Chromium knows no such pair. */
const THEME_ICONS = [16, 32, 64].map((size) => ({
  size,
  light: `icons/icon-dark-${size}.png`,
  dark: `icons/icon-${size}.png`,
}));

/** The type of a JSON import knows no literals, such as the 3 of the manifest version. */
const manifestFor = (browser: Browser, isServed: boolean): ManifestV3Export => {
  const { minimum_chrome_version, browser_specific_settings, background, ...filled } = filledManifest();
  const { content_security_policy, ...withoutPolicy } = filled;
  // Live reload comes from a local server, which what ships must never reach.
  const common = isServed ? withoutPolicy : { ...withoutPolicy, content_security_policy };
  const manifestOfBrowser =
    browser === 'chromium'
      ? { ...common, background, minimum_chrome_version }
      : {
          ...common,
          action: { ...common.action, theme_icons: THEME_ICONS },
          background: { scripts: [background.service_worker], type: 'module' },
          browser_specific_settings,
        };
  return manifestOfBrowser as ManifestV3Export;
};

/** A script that no manifest entry may name would not be built as one classic file: it is named, and the name taken back. */
const withoutDetailsEntry = (): Plugin => ({
  name: 'margin-notes:without-details-entry',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const file = bundle['manifest.json'];
      if (file?.type !== 'asset') return;
      const { content_scripts, ...rest } = JSON.parse(String(file.source));
      file.source = JSON.stringify({ ...rest, content_scripts: content_scripts.slice(0, 1) }, null, 2);
    },
  },
});

/**
 * Preact can write markup (`dangerouslySetInnerHTML`), and we never let it: the property is renamed to one without
 * effect, in every emitted file, so that no text of an API can become markup and reviewers find no assignment.
 */
const withoutInnerHtml = (): Plugin => ({
  name: 'margin-notes:without-inner-html',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const disarm = (code: string) => code.replaceAll(/\.innerHTML\b/g, '.mnInert');
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = disarm(file.code);
      else if (file.fileName.endsWith('.js') && typeof file.source === 'string')
        file.source = disarm(file.source);
    }
  },
});

/** Puts every arrow function of a script between brackets. */
const bracketFunctions = (code: string): string => {
  const { program, errors } = parseSync('script.js', code);
  if (errors.length > 0) throw new Error(`not read: ${errors[0]?.message}`);
  const marks: { readonly at: number; readonly mark: '(' | ')' }[] = [];
  new Visitor({
    ArrowFunctionExpression: ({ start, end }) => {
      marks.push({ at: start, mark: '(' }, { at: end, mark: ')' });
    },
  }).visit(program);
  const sorted = marks.sort((a, b) => a.at - b.at || b.mark.charCodeAt(0) - a.mark.charCodeAt(0));
  return sorted
    .map(({ at, mark }, index) => code.slice(sorted[index - 1]?.at ?? 0, at) + mark)
    .concat(code.slice(sorted.at(-1)?.at ?? 0))
    .join('');
};

/**
 * Has a script's functions compiled when it is read, not one by one when a page's first text needs them: nearly all of
 * what reads a story is needed for any story, and what is compiled late is parsed twice. Browsers take brackets around
 * a function for the sign that it is called at once. For the first content script, whose every run is a first one.
 */
export const compiledAtOnce = (isMeant: (fileName: string) => boolean): Plugin => ({
  name: 'margin-notes:compiled-at-once',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (!isMeant(file.fileName)) continue;
      if (file.type === 'chunk') file.code = bracketFunctions(file.code);
      else file.source = bracketFunctions(String(file.source));
    }
  },
});

export default defineConfig(({ mode, command }) => {
  const browser = BROWSERS.find((known) => known === mode);
  return {
    publicDir: 'src/assets',
    // An extension page has no port of its own from which the reload client could guess the server's.
    server: { port: 5173, strictPort: true, hmr: { port: 5173 } },
    // Tests import the sources as they are.
    plugins: browser
      ? [
          crx({
            manifest: manifestFor(browser, command === 'serve'),
            browser: browser === 'firefox' ? 'firefox' : 'chrome',
          }),
          withoutInnerHtml(),
          compiledAtOnce((fileName) => fileName.endsWith('content/index.iife.js')),
          withoutDetailsEntry(),
        ]
      : [],
    build: {
      outDir: `dist/${mode}`,
      emptyOutDir: true,
      // The oldest browsers that the manifest admits: for older ones light-dark() would be rewritten.
      target: ['chrome128', 'firefox142'],
      // All scripts of a page at once, and not those that a script imports once it has come.
      modulePreload: { polyfill: false },
      // The manifest names all other pages.
      rolldownOptions: { input: { welcome: 'src/welcome/index.html' } },
    },
    test: {
      projects: [
        {
          test: {
            name: 'unit',
            include: ['tests/**/*.test.{ts,tsx}'],
            exclude: ['tests/e2e/**', 'tests/soak/**'],
          },
        },
        { test: { name: 'soak', include: ['tests/soak/**/*.test.ts'] } },
        {
          test: {
            name: 'e2e',
            include: ['tests/e2e/**/*.test.ts'],
            globalSetup: 'tests/e2e/setup.ts',
            // Every file has browsers and servers of its own; two at a time keep a small machine busy and no more.
            maxWorkers: 2,
            testTimeout: 60_000,
            hookTimeout: 90_000,
          },
        },
      ],
    },
  };
});
