import { askBackground } from '../platform/messenger.ts';
import type { Details } from './details.ts';

/** Brings the second script into this page, once for all who ask; null while the browser refuses it. */
export type LoadDetails = () => Promise<Details | null>;

/** A content script cannot import: the background runs the file here, in the same isolated world. */
export const createDetailsLoader = (): LoadDetails => {
  let asked: Promise<Details | null> | null = null;

  const load = async (): Promise<Details | null> => {
    if (!globalThis.mnDetails) await askBackground('loadDetails', {});
    // What failed may work the next time that somebody asks.
    if (!globalThis.mnDetails) asked = null;
    return globalThis.mnDetails ?? null;
  };

  return () => {
    asked ??= load();
    return asked;
  };
};
