import { Writable } from 'node:stream';
import { createElement as h } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { renderToString } from 'vue/server-renderer';
import type { ServedPage } from '../../support/page-server.ts';
import { toInlineScript } from '../bundle-client.ts';
import { toSlowStory } from './react.ts';
import { createVueApp } from './vue.ts';

/** What React sends while it waits: the shell, then the late part with the script that puts it in its place. */
const streamReact = (): Promise<string> =>
  new Promise((resolve, reject) => {
    let markup = '';
    const sink = new Writable({
      write(chunk, _encoding, done) {
        markup += chunk;
        done();
      },
      final(done) {
        done();
        resolve(markup);
      },
    });
    const { pipe } = renderToPipeableStream(h(toSlowStory(), { step: 0 }), {
      onShellReady: () => pipe(sink),
      onError: reject,
    });
  });

/** One story that four frameworks and an editor draw side by side; React's and Vue's parts come from a server. */
export const buildFrameworksPage = async (): Promise<ServedPage> => ({
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Frameworks</title></head><body><article>
<h1>Bitcoin and the frameworks</h1>
<div id="react">${await streamReact()}</div><div id="vue">${await renderToString(createVueApp().app)}</div>
<div id="preact"></div><div id="svelte"></div><div id="editor"></div>
<div contenteditable="true">Bitcoin in the reader’s own words.</div>
</article>${await toInlineScript(new URL('client.ts', import.meta.url))}</body></html>`,
});
