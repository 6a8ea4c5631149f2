import { createElement as h } from 'react';
import { flushSync } from 'react-dom';
import { hydrateRoot } from 'react-dom/client';
import { Story } from './Story.ts';

declare global {
  interface Window {
    hostErrors: string[];
    showStep(step: number): string;
  }
}

window.hostErrors = [];
window.addEventListener('error', ({ message }) => window.hostErrors.push(message));

const container = document.getElementById('root');
if (!container) throw new Error('The page has no root');
const root = hydrateRoot(container, h(Story, { step: 0 }), {
  onRecoverableError: (error) => window.hostErrors.push(String(error)),
  onUncaughtError: (error) => window.hostErrors.push(String(error)),
});

/** Brings the page into another state at once and gives the text that then stands in it. */
window.showStep = (step) => {
  flushSync(() => root.render(h(Story, { step })));
  return container.textContent;
};
