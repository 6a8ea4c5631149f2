import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';
import type { ServedPage } from '../../support/page-server.ts';
import { toInlineScript } from '../bundle-client.ts';
import { Story } from './Story.ts';

const toServerMarkup = (step: number): string => renderToString(h(Story, { step }));

/** The text of a state, as React itself writes it on a server: nothing of ours can be in it. */
export const toExpectedText = (step: number): string => toServerMarkup(step).replaceAll(/<[^>]*>/g, '');

/** A server-rendered page that React hydrates. */
export const buildReactPage = async (): Promise<ServedPage> => ({
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>React</title></head>
<body><div id="root">${toServerMarkup(0)}</div>${await toInlineScript(new URL('client.ts', import.meta.url))}</body></html>`,
});
