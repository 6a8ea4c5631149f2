import { askBackground } from '../platform/messenger.ts';
import type { Note } from '../platform/protocol.ts';
import { LEAST_STORY_LENGTH, readStoryLength } from '../platform/story-frame.ts';

/** Frames of the page's own site that hold a story. All other frames, advertisements among them, get nothing of ours. */
export interface StoryFrames {
  /** Has the script brought into those that were not there before. Cheap: to be called again and again. */
  look(): void;
  /** Their notes, for the page around all frames; none for a frame. */
  readNotes(): Promise<readonly Note[]>;
  /** Whether the reader's commands are for this document, and not for a frame in it or the page around it. */
  isCommanded(): boolean;
}

/** Null for what is no frame, and for a frame of another site. */
const findDocument = (element: Element | null): Document | null =>
  element instanceof HTMLIFrameElement ? element.contentDocument : null;

export const createStoryFrames = (): StoryFrames => {
  const known = new WeakSet<Document>();
  let hasStories = false;

  const isNewStory = (frame: HTMLIFrameElement): boolean => {
    const inside = findDocument(frame);
    if (!inside || known.has(inside) || readStoryLength(inside) < LEAST_STORY_LENGTH) return false;
    known.add(inside);
    return true;
  };

  return {
    look() {
      const stories = [...document.querySelectorAll('iframe')].filter(isNewStory);
      if (stories.length === 0) return;
      hasStories = true;
      void askBackground('runInStoryFrames', {});
    },
    async readNotes() {
      if (!hasStories || frameElement) return [];
      const outcome = await askBackground('readFrameNotes', {});
      return outcome.ok ? outcome.reply : [];
    },
    isCommanded() {
      const focused = findDocument(document.activeElement);
      if (focused && known.has(focused)) return false;
      return frameElement === null || frameElement.ownerDocument.activeElement === frameElement;
    },
  };
};
