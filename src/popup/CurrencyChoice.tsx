import { CURRENCIES } from '../domain/market/money.ts';
import { settingsItem } from '../platform/reader-items.ts';
import { toCurrencyLabel } from '../ui/currency-label.ts';
import { message } from '../ui/strings.ts';
import { useStoredItem } from '../ui/use-stored-item.ts';

/** The currency that all prices are shown in. */
export const CurrencyChoice = () => {
  const [settings, update] = useStoredItem(settingsItem);
  const choose = (chosen: string): void => {
    const currency = CURRENCIES.find((known) => known === chosen);
    if (currency) void update((before) => ({ ...before, currency }));
  };
  return (
    <label class="currency">
      <span class="mn-hidden">{message('currencyLabel')}</span>
      <select value={settings?.currency ?? 'usd'} onChange={(event) => choose(event.currentTarget.value)}>
        {CURRENCIES.map((currency) => (
          <option key={currency} value={currency}>
            {toCurrencyLabel(currency)}
          </option>
        ))}
      </select>
    </label>
  );
};
