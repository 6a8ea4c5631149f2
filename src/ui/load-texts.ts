import type { Settings } from '../domain/settings.ts';
import { askBackground } from '../platform/messenger.ts';
import { chooseTexts } from './strings.ts';

/** Fetches the texts of the language that the reader chose; the browser's own need no fetching. */
export const loadTexts = async ({ language }: Pick<Settings, 'language'>): Promise<void> => {
  if (language === 'browser') {
    chooseTexts(null);
    return;
  }
  const outcome = await askBackground('readTexts', {});
  if (outcome.ok) chooseTexts(outcome.reply);
};
