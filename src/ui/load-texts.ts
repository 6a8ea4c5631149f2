import type { Settings } from '../domain/settings.ts';
import { askBackground } from '../platform/messenger.ts';
import { chooseTexts } from './strings.ts';

let wanted: Settings['language'] = 'browser';

/**
 * Brings the texts of the language that the reader chose; the browser's own need no bringing. A later choice wins over the
 * answer to an earlier one; without an answer all stays as it is.
 */
export const loadTexts = async ({ language }: Pick<Settings, 'language'>): Promise<void> => {
  wanted = language;
  if (language === 'browser') {
    chooseTexts(null);
    return;
  }
  const outcome = await askBackground('readTexts', {});
  if (outcome.ok && wanted === language) chooseTexts(outcome.reply);
};
