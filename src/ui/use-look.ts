import { useLayoutEffect } from 'preact/hooks';
import { createLookSheet, type Look, type LookSheet } from './look.ts';

let ofDocument: LookSheet | null = null;

const adopt = (): LookSheet => {
  const made = createLookSheet(':root:root');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, made.sheet];
  return made;
};

/** Gives a page of the extension the look that the reader chose; null while that is not known. */
export const useLook = (look: Look | null): void => {
  useLayoutEffect(() => {
    if (!look) return;
    ofDocument ??= adopt();
    ofDocument.show(look);
  }, [look]);
};
