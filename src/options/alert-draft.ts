import * as v from 'valibot';
import {
  type Alert,
  type AlertCondition,
  AlertConditionSchema,
  type AlertWindow,
} from '../domain/alerts/alert.ts';
import type { CoinId } from '../domain/coins/coin.ts';
import type { Currency } from '../domain/market/money.ts';

export const ALERT_KINDS = ['price', 'change', 'liquidations'] as const satisfies AlertCondition['kind'][];
export const ALERT_DIRECTIONS = ['up', 'down', 'either'] as const;
export type AlertDirection = (typeof ALERT_DIRECTIONS)[number];

/** An alert while it is being written. */
export interface AlertDraft {
  readonly kind: AlertCondition['kind'];
  /** Null: the whole market, which only liquidations have. */
  readonly coinId: CoinId | null;
  readonly direction: AlertDirection;
  readonly window: AlertWindow;
  /** As typed: a price in `currency`, a change in percent, or a sum in millions of dollars. */
  readonly amount: string;
  readonly currency: Currency;
  readonly repeats: boolean;
}

const MILLION = 1_000_000;

/** A decimal as a reader would type it: without the tail that a binary fraction leaves. */
const toTyped = (value: number): string => String(Number(value.toPrecision(12)));

const toAmount = (condition: AlertCondition): string => {
  switch (condition.kind) {
    case 'price':
      return toTyped(condition.price);
    case 'change':
      return toTyped(condition.fraction * 100);
    case 'liquidations':
      return toTyped(condition.sumUsd / MILLION);
  }
};

export const toNewDraft = (coinId: CoinId, currency: Currency): AlertDraft => ({
  kind: 'price',
  coinId,
  direction: 'up',
  window: '24h',
  amount: '',
  currency,
  repeats: false,
});

/** An alert as its form shows it; `currency` is for a price in the place of what it was about. */
export const toDraft = ({ condition, repeats }: Alert, currency: Currency): AlertDraft => ({
  kind: condition.kind,
  coinId: condition.coinId,
  direction: 'direction' in condition ? condition.direction : 'up',
  window: 'window' in condition ? condition.window : '24h',
  amount: toAmount(condition),
  currency: 'currency' in condition ? condition.currency : currency,
  repeats,
});

/** The draft about something else. What was typed was of another kind of figure, and a price is of one coin. */
export const toDraftOfKind = (draft: AlertDraft, kind: AlertDraft['kind'], coinId: CoinId): AlertDraft => ({
  ...draft,
  kind,
  amount: '',
  coinId: draft.coinId ?? coinId,
  direction: kind === 'price' && draft.direction === 'either' ? 'up' : draft.direction,
});

/** What the draft waits for, or null while its amount is none. */
export const toCondition = ({
  kind,
  coinId,
  direction,
  window,
  amount,
  currency,
}: AlertDraft): AlertCondition | null => {
  const number = Number(amount);
  const fields = {
    price: { price: number, direction, currency },
    change: { fraction: number / 100, direction, window },
    liquidations: { sumUsd: number * MILLION },
  }[kind];
  const parsed = v.safeParse(AlertConditionSchema, { kind, coinId, ...fields });
  return parsed.success ? parsed.output : null;
};
