import { CURRENCIES } from '../domain/market/money.ts';
import { toCurrencyLabel } from '../ui/currency-label.ts';
import { type MessageName, message } from '../ui/strings.ts';
import type { DrawnSetting } from './drawn-settings.ts';

export const toSettingLabel = (name: DrawnSetting): string => message(`setting_${name}`);

/** A currency's code is the same in every language. That all other names exist is held by the test of the texts. */
export const toOptionLabel = (name: DrawnSetting, option: string): string => {
  const currency = name === 'currency' && CURRENCIES.find((known) => known === option);
  return currency ? toCurrencyLabel(currency) : message(`setting_${name}_${option}` as MessageName);
};
