import { CURRENCIES, type Currency } from '../domain/market/money.ts';
import { toCurrencyLabel } from '../ui/currency-label.ts';
import { message } from '../ui/strings.ts';

export interface CurrencyChoiceProps {
  readonly currency: Currency;
  readonly onChoose: (currency: Currency) => void;
}

/** The currency that all prices are shown in. */
export const CurrencyChoice = ({ currency, onChoose }: CurrencyChoiceProps) => {
  const choose = (chosen: string): void => {
    const known = CURRENCIES.find((each) => each === chosen);
    if (known) onChoose(known);
  };
  return (
    <label class="currency">
      <span class="mn-hidden">{message('currencyLabel')}</span>
      <select value={currency} onChange={(event) => choose(event.currentTarget.value)}>
        {CURRENCIES.map((each) => (
          <option key={each} value={each}>
            {toCurrencyLabel(each)}
          </option>
        ))}
      </select>
    </label>
  );
};
