import { LANGUAGES } from '../domain/languages.ts';
import { CURRENCIES } from '../domain/market/money.ts';
import { toCurrencyLabel } from '../ui/currency-label.ts';
import { type MessageName, message } from '../ui/strings.ts';
import type { DrawnSetting } from './drawn-settings.ts';
import { toLanguageName } from './language-name.ts';

export const toSettingLabel = (name: DrawnSetting): string => message(`setting_${name}`);

/**
 * A currency's code is the same in every language, and a language is called what its own readers call it. That all other
 * names exist is held by the test of the texts.
 */
export const toOptionLabel = (name: DrawnSetting, option: string): string => {
  const currency = name === 'currency' && CURRENCIES.find((known) => known === option);
  if (currency) return toCurrencyLabel(currency);
  const language = name === 'language' && LANGUAGES.find((known) => known === option);
  return language ? toLanguageName(language) : message(`setting_${name}_${option}` as MessageName);
};
