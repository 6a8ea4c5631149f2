import type { Alert, AlertCondition, AlertWindow } from '../domain/alerts/alert.ts';
import type { AlertFiring } from '../domain/alerts/alert-state.ts';
import type { CoinId } from '../domain/coins/coin.ts';
import { findCoin } from '../domain/coins/coin-table.ts';
import {
  formatChange,
  formatNotionalUsd,
  formatPercent,
  formatPrice,
  formatTimeOfDay,
} from '../domain/format.ts';
import type { Currency } from '../domain/market/money.ts';
import { uiLocale } from '../ui/locale.ts';
import { toSourceName } from '../ui/source-name.ts';
import { type MessageName, message } from '../ui/strings.ts';

const WINDOWS: Record<AlertWindow, MessageName> = {
  '1h': 'alertWindow1h',
  '24h': 'alertWindow24h',
  '7d': 'alertWindow7d',
};

const toName = (coinId: CoinId): string => findCoin(coinId)?.name ?? coinId;
const toPrice = (price: number, currency: Currency): string =>
  formatPrice(price, { currency, perUsd: 1 }, uiLocale());

const toTitle = (condition: AlertCondition, { value }: AlertFiring): string => {
  switch (condition.kind) {
    case 'price': {
      const name: MessageName = condition.direction === 'up' ? 'alertPriceUp' : 'alertPriceDown';
      return message(name, toName(condition.coinId), toPrice(condition.price, condition.currency));
    }
    case 'change': {
      const name: MessageName = value >= 0 ? 'alertChangeUp' : 'alertChangeDown';
      const least = formatPercent(condition.fraction, uiLocale());
      return message(name, toName(condition.coinId), least, message(WINDOWS[condition.window]));
    }
    case 'liquidations': {
      const sum = formatNotionalUsd(condition.sumUsd, uiLocale());
      return condition.coinId === null
        ? message('alertLiquidations', sum)
        : message('alertLiquidationsOfCoin', sum, toName(condition.coinId));
    }
  }
};

const toFigure = (condition: AlertCondition, { value }: AlertFiring): string => {
  switch (condition.kind) {
    case 'price':
      return toPrice(value, condition.currency);
    case 'change':
      return formatChange(value, uiLocale());
    case 'liquidations':
      return `≥ ${formatNotionalUsd(value, uiLocale())}`;
  }
};

/** An alert in words: what came true, and the figure with its sources and its time. */
export const toAlertText = (
  { condition }: Alert,
  firing: AlertFiring,
): { readonly title: string; readonly message: string } => ({
  title: toTitle(condition, firing),
  message: message(
    'alertFigure',
    toFigure(condition, firing),
    firing.sourceIds.map(toSourceName).join(', '),
    formatTimeOfDay(firing.atMs, uiLocale()),
  ),
});
