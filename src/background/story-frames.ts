import browser from 'webextension-polyfill';
import { declaredFiles } from '../platform/script-files.ts';
import { LEAST_STORY_LENGTH, readStoryLength } from '../platform/story-frame.ts';

/** Runs in a frame by itself. False in the page around all frames, in a frame of another site, and where we already are. */
const isWithoutUs = (): boolean => frameElement !== null && globalThis.mnSession?.signal.aborted !== false;

/**
 * Runs the content script in the frames of a tab that are of the page's own site and hold a story. The browser itself leaves
 * out frames that we may not enter.
 */
export const runInStoryFrames = async (tabId: number | undefined): Promise<void> => {
  if (tabId === undefined) return;
  const every = { tabId, allFrames: true };
  const lengths = await browser.scripting.executeScript({ target: every, func: readStoryLength });
  const free = await browser.scripting.executeScript({ target: every, func: isWithoutUs });
  const stories = lengths.filter(({ result }) => Number(result) >= LEAST_STORY_LENGTH);
  const frameIds = stories
    .map(({ frameId }) => frameId)
    .filter((frameId) => free.some((frame) => frame.frameId === frameId && frame.result === true));
  if (frameIds.length === 0) return;
  const target = { tabId, frameIds };
  const { js, css } = declaredFiles();
  await browser.scripting.insertCSS({ target, files: css });
  await browser.scripting.executeScript({ target, files: js });
};
