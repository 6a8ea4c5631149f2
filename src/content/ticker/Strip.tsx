import { uiDirection, uiLocale } from '../../ui/locale.ts';
import { MoneyContext } from '../../ui/money.ts';
import { toMoney } from '../../ui/reading.ts';
import { message } from '../../ui/strings.ts';
import { CloseButton } from '../CloseButton.tsx';
import { CoinBand } from './CoinBand.tsx';
import { CoinItem } from './CoinItem.tsx';
import { CoinTable } from './CoinTable.tsx';
import type { TickerShape } from './dead-tickers.ts';
import type { StripCoins } from './strip-coins.ts';

export interface StripProps extends StripCoins {
  readonly shape: TickerShape;
  readonly onClose: () => void;
}

/** Below each other in a list, beside each other as labels. */
const Items = ({ coinIds, ...rest }: StripCoins) => (
  <ul class="coins">
    {coinIds.map((coinId) => (
      <CoinItem key={coinId} coinId={coinId} {...rest} />
    ))}
  </ul>
);

const COINS = { marquee: CoinBand, list: Items, label: Items, table: CoinTable } as const;

/** The strip that stands in for a dead ticker, in the shape that the ticker would have had. */
export const Strip = ({ shape, onClose, ...coins }: StripProps) => {
  const Coins = COINS[shape];
  return (
    <section
      class={`strip ${shape}`}
      lang={uiLocale()}
      dir={uiDirection()}
      aria-label={message('tickerLabel')}
    >
      <MoneyContext.Provider value={toMoney(coins.market)}>
        <Coins {...coins} />
      </MoneyContext.Provider>
      <span class="via">{message('tickerVia')}</span>
      <CloseButton label={message('tickerClose')} onClose={onClose} />
    </section>
  );
};
