import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';

/** Compiles `.svelte` files as Svelte's own plugin does, without its development server. */
const withSvelte = (): Plugin => ({
  name: 'host-pages:svelte',
  load: (id) =>
    id.endsWith('.svelte')
      ? compile(readFileSync(id, 'utf8'), { generate: 'client', filename: id, css: 'injected' }).js.code
      : null,
});

/** A page's script as one file, with the production builds of the frameworks in it. */
const bundleClient = async (url: URL): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [withSvelte()],
    resolve: { conditions: ['browser', 'module', 'import', 'default'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry: fileURLToPath(url), formats: ['iife'], name: 'host' } },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : null;
  if (!chunk) throw new Error(`${url} was not bundled`);
  return chunk.code;
};

/** The same as a script element that stands in the page itself. */
export const toInlineScript = async (url: URL): Promise<string> =>
  `<script>${(await bundleClient(url)).replaceAll('</script', '<\\/script')}</script>`;
