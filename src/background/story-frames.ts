import browser, { type Scripting } from 'webextension-polyfill';
import { askTab } from '../platform/messenger.ts';
import type { Note } from '../platform/protocol.ts';
import { declaredFiles } from '../platform/script-files.ts';
import { LEAST_STORY_LENGTH, readStoryLength } from '../platform/story-frame.ts';

/** Runs in a frame by itself. False in the page around all frames, in a frame of another site, and where we already are. */
const isWithoutUs = (): boolean => frameElement !== null && globalThis.mnSession?.signal.aborted !== false;

/** Runs in a frame by itself. True where we are, and never in the page around all frames. */
const isWithUs = (): boolean => frameElement !== null && globalThis.mnSession?.signal.aborted === false;

/** The frames in which what `func` gives is right. */
const findFrames = async (
  target: Scripting.InjectionTarget,
  func: () => unknown,
  isRight: (result: unknown) => boolean,
): Promise<number[]> => {
  const results = await browser.scripting.executeScript({ target, func });
  return results.filter(({ result }) => isRight(result)).map(({ frameId }) => frameId);
};

/**
 * Runs the content script in the frames of a tab that are of the page's own site and hold a story. The browser itself leaves
 * out frames that we may not enter.
 */
export const runInStoryFrames = async (tabId: number | undefined): Promise<void> => {
  if (tabId === undefined) return;
  const free = await findFrames({ tabId, allFrames: true }, isWithoutUs, (result) => result === true);
  if (free.length === 0) return;
  const frameIds = await findFrames(
    { tabId, frameIds: free },
    readStoryLength,
    (result) => Number(result) >= LEAST_STORY_LENGTH,
  );
  if (frameIds.length === 0) return;
  const target = { tabId, frameIds };
  const { js, css } = declaredFiles();
  await browser.scripting.insertCSS({ target, files: css });
  await browser.scripting.executeScript({ target, files: js });
};

/** The notes of all stories in frames of a tab, in the order of the frames. */
export const readFrameNotes = async (tabId: number | undefined): Promise<Note[]> => {
  if (tabId === undefined) return [];
  const frameIds = await findFrames({ tabId, allFrames: true }, isWithUs, (result) => result === true);
  const outcomes = await Promise.all(frameIds.map((frameId) => askTab(tabId, 'readPageNotes', {}, frameId)));
  return outcomes.flatMap((outcome) => (outcome.ok ? outcome.reply.notes : []));
};
