import { fileURLToPath } from 'node:url';
import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';
import { build } from 'vite';
import type { ServedPage } from '../../support/page-server.ts';
import { Story } from './Story.ts';

/** The client's script as one file, React's production build in it. */
const bundleClient = async (): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('client.ts', import.meta.url)), formats: ['iife'], name: 'host' },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : null;
  if (!chunk) throw new Error('The React page was not bundled');
  return chunk.code;
};

const toServerMarkup = (step: number): string => renderToString(h(Story, { step }));

/** The text of a state, as React itself writes it on a server: nothing of ours can be in it. */
export const toExpectedText = (step: number): string => toServerMarkup(step).replaceAll(/<[^>]*>/g, '');

/** A server-rendered page that React hydrates. */
export const buildReactPage = async (): Promise<ServedPage> => ({
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>React</title></head>
<body><div id="root">${toServerMarkup(0)}</div><script>${(await bundleClient()).replaceAll('</script', '<\\/script')}</script></body></html>`,
});
