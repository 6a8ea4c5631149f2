import { formatPercent, formatPrice } from '../../domain/format.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { SetAside } from '../../domain/market/set-aside.ts';
import { uiLocale } from '../../ui/locale.ts';
import { useMoney } from '../../ui/money.ts';
import { toSourceName } from '../../ui/source-name.ts';
import { message } from '../../ui/strings.ts';
import { toUsdtNote } from './usdt-note.ts';

export interface QuoteNotesProps {
  readonly quote: Quote | null;
  readonly setAside: readonly SetAside[];
}

/** What has to be said beside a price: a conversion that matters, and sources that say something else. */
export const QuoteNotes = ({ quote, setAside }: QuoteNotesProps) => {
  const money = useMoney();
  const usdtNote = toUsdtNote(quote?.usdtUsd);
  const aside = setAside.map(({ source, priceUsd, deviation }) =>
    message(
      'cardSetAside',
      toSourceName(source),
      formatPrice(priceUsd, money, uiLocale()),
      formatPercent(deviation, uiLocale()),
    ),
  );
  return (
    <>
      {[...(usdtNote ? [usdtNote] : []), ...aside].map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
    </>
  );
};
