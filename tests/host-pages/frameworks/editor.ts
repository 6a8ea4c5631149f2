import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { Island } from './island.ts';

/** An editor that watches its own nodes and takes whatever changes there for what its writer typed. */
export const mountEditor = (root: Element): Island & { readText(): string } => {
  const paragraph = schema.node('paragraph', null, [schema.text('My note on Bitcoin and on Bybit.')]);
  const view = new EditorView(root, {
    state: EditorState.create({ doc: schema.node('doc', null, [paragraph]) }),
  });
  return {
    show: (step) => view.dispatch(view.state.tr.insertText(`Ethereum ${step}. `, 1)),
    readText: () => view.state.doc.textContent,
  };
};
