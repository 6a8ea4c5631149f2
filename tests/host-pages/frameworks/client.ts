import { mountEditor } from './editor.ts';
import { mountPreact } from './preact.ts';
import { mountReact } from './react.ts';
import { mountSvelte } from './svelte.ts';
import { mountVue } from './vue.ts';

declare global {
  interface Window {
    hostErrors: string[];
    runStep(step: number): Promise<void>;
    readEditor(): string;
  }
}

const note = (error: unknown): void => void window.hostErrors.push(String(error));
window.hostErrors = [];
window.addEventListener('error', ({ message }) => note(message));
window.addEventListener('unhandledrejection', ({ reason }) => note(reason));

const find = (id: string): Element => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element;
};

const editor = mountEditor(find('editor'));
const islands = [
  mountReact(find('react'), note),
  mountVue(find('vue'), note),
  mountPreact(find('preact')),
  mountSvelte(find('svelte')),
  editor,
];

/** Brings every framework's part into another state. */
window.runStep = async (step) => {
  for (const { show } of islands) await show(step);
};
window.readEditor = editor.readText;
