import type { AlertCondition, AlertWindow } from '../domain/alerts/alert.ts';
import type { AlertReading } from '../domain/alerts/read-condition.ts';
import { toListedName } from '../domain/coins/coin-table.ts';
import { formatChange, formatNotionalUsd, formatPercent, formatPrice } from '../domain/format.ts';
import { formatTimeOfDay } from '../domain/format-time.ts';
import type { Currency } from '../domain/market/money.ts';
import { uiLocale } from './locale.ts';
import { type MessageName, message } from './strings.ts';
import { toVenueNames } from './venue-names.ts';

const WINDOWS: Record<AlertWindow, MessageName> = {
  '1h': 'alertWindow1h',
  '24h': 'alertWindow24h',
  '7d': 'alertWindow7d',
};
const PRICE_RULES = { up: 'alertRulePriceUp', down: 'alertRulePriceDown' } as const;
const CHANGE_RULES = {
  up: 'alertRuleChangeUp',
  down: 'alertRuleChangeDown',
  either: 'alertRuleChangeEither',
} as const;

const toPrice = (price: number, currency: Currency): string =>
  formatPrice(price, { currency, perUsd: 1 }, uiLocale());

export const toWindowText = (window: AlertWindow): string => message(WINDOWS[window]);

/** What an alert waits for: `Bitcoin at or above $100,000.00`. */
export const toRuleText = (condition: AlertCondition): string => {
  switch (condition.kind) {
    case 'price': {
      const price = toPrice(condition.price, condition.currency);
      return message(PRICE_RULES[condition.direction], toListedName(condition.coinId), price);
    }
    case 'change':
      return message(
        CHANGE_RULES[condition.direction],
        toListedName(condition.coinId),
        formatPercent(condition.fraction, uiLocale()),
        toWindowText(condition.window),
      );
    case 'liquidations': {
      const sum = formatNotionalUsd(condition.sumUsd, uiLocale());
      return condition.coinId === null
        ? message('alertRuleLiquidations', sum)
        : message('alertRuleLiquidationsOfCoin', sum, toListedName(condition.coinId));
    }
  }
};

const toTitle = (condition: AlertCondition, { value }: AlertReading): string => {
  switch (condition.kind) {
    case 'price': {
      const name: MessageName = condition.direction === 'up' ? 'alertPriceUp' : 'alertPriceDown';
      return message(name, toListedName(condition.coinId), toPrice(condition.price, condition.currency));
    }
    case 'change': {
      const name: MessageName = value >= 0 ? 'alertChangeUp' : 'alertChangeDown';
      const least = formatPercent(condition.fraction, uiLocale());
      return message(name, toListedName(condition.coinId), least, toWindowText(condition.window));
    }
    case 'liquidations': {
      const sum = formatNotionalUsd(condition.sumUsd, uiLocale());
      return condition.coinId === null
        ? message('alertLiquidations', sum)
        : message('alertLiquidationsOfCoin', sum, toListedName(condition.coinId));
    }
  }
};

const toFigure = (condition: AlertCondition, { value }: AlertReading): string => {
  switch (condition.kind) {
    case 'price':
      return toPrice(value, condition.currency);
    case 'change':
      return formatChange(value, uiLocale());
    case 'liquidations':
      return `≥ ${formatNotionalUsd(value, uiLocale())}`;
  }
};

/** The figure that a condition is about, with its sources and its time: `$99,812.00 · Binance, 14:05`. */
export const toReadingText = (condition: AlertCondition, reading: AlertReading): string =>
  message(
    'alertFigure',
    toFigure(condition, reading),
    toVenueNames(reading.sourceIds),
    formatTimeOfDay(reading.atMs, uiLocale()),
  );

/** An alert in words: what came true, and the figure with its sources and its time. */
export const toAlertText = (
  condition: AlertCondition,
  reading: AlertReading,
): { readonly title: string; readonly message: string } => ({
  title: toTitle(condition, reading),
  message: toReadingText(condition, reading),
});
