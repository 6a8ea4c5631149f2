import { CURRENCIES, type Currency } from '../domain/market/money.ts';
import { settingsItem } from '../platform/stored-items.ts';
import { message } from '../ui/strings.ts';
import { useStoredItem } from '../ui/use-stored-item.ts';

/** What everybody calls it: a code, in capitals, except for the sats. */
const toLabel = (currency: Currency): string => (currency === 'sats' ? currency : currency.toUpperCase());

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
            {toLabel(currency)}
          </option>
        ))}
      </select>
    </label>
  );
};
