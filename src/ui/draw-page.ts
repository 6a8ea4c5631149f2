import type { Settings } from '../domain/settings.ts';
import { settingsItem } from '../platform/reader-items.ts';
import { loadTexts } from './load-texts.ts';
import { uiDirection, uiLocale } from './locale.ts';
import { chosenLanguage } from './strings.ts';

/** A background that hangs must not keep a page shut. */
const LONGEST_WAIT_MS = 300;

/**
 * Draws a page of the extension in the language that the reader chose, and once more whenever the reader chooses another.
 * `draw` must draw everything anew each time. `known`: the settings, where the page reads them anyway.
 */
export const drawPage = async (
  draw: () => void,
  known: Promise<Settings> = settingsItem.read(),
): Promise<void> => {
  let drawn: Settings['language'] | null | undefined;

  const show = (): void => {
    if (drawn === chosenLanguage()) return;
    drawn = chosenLanguage();
    document.documentElement.lang = uiLocale();
    document.documentElement.dir = uiDirection();
    draw();
  };

  const follow = (settings: Settings): Promise<void> => loadTexts(settings).then(show);
  settingsItem.watch(follow, new AbortController().signal);
  const followed = known.then(follow);
  await Promise.race([followed, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))]);
  show();
};
