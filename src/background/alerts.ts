import type { Alert, Alerts } from '../domain/alerts/alert.ts';
import { type AlertMarket, toAlertMarket } from '../domain/alerts/alert-market.ts';
import type { AlertFiring, AlertStates } from '../domain/alerts/alert-state.ts';
import { evaluateAlerts } from '../domain/alerts/evaluate-alerts.ts';
import type { CoinId } from '../domain/coins/coin.ts';
import { isSameJson } from '../domain/same-json.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import type { Liquidations } from './liquidations.ts';
import type { Quotes } from './quotes.ts';

export interface AlertsParts {
  readonly alerts: StoredItem<Alerts>;
  readonly states: StoredItem<AlertStates>;
  readonly quotes: Pick<Quotes, 'read' | 'readMoney'>;
  readonly liquidations: Pick<Liquidations, 'read'>;
  readonly notify: (alert: Alert, firing: AlertFiring) => Promise<void>;
  readonly now: () => number;
  /** Minutes since the reader's midnight. */
  readonly minuteOfDay: () => number;
}

/** The reader's alerts, looked at with what is known of the market at the time. Asks for nothing itself. */
export interface AlertLooks {
  look(coinIds: readonly CoinId[]): Promise<void>;
}

export const createAlerts = (parts: AlertsParts): AlertLooks => {
  const { alerts, states, quotes, liquidations, notify, now, minuteOfDay } = parts;

  const readMarket = async (coinIds: readonly CoinId[]): Promise<AlertMarket> =>
    toAlertMarket({
      coins: await quotes.read(coinIds),
      venues: await liquidations.read([], coinIds),
      money: await quotes.readMoney(),
    });

  /** An alert that does not repeat has said what it had to say, on every machine of the reader. */
  const switchOff = (said: readonly Alert[]) =>
    alerts.update((before) => ({
      ...before,
      list: before.list.map((each) =>
        said.some(({ id, armedAtMs }) => each.id === id && each.armedAtMs === armedAtMs)
          ? { ...each, isOn: false }
          : each,
      ),
    }));

  return {
    async look(coinIds) {
      const market = await readMarket(coinIds);
      const known = await alerts.read();
      const evaluation = evaluateAlerts(known, await states.read(), market, {
        nowMs: now(),
        minuteOfDay: minuteOfDay(),
      });
      // Remembered first: a worker that is killed here must not tell the same thing twice.
      await states.update((before) =>
        isSameJson(before, evaluation.states) ? before : { ...evaluation.states },
      );
      for (const { alert, firing } of evaluation.fired) await notify(alert, firing);
      const said = evaluation.fired.map(({ alert }) => alert).filter(({ repeats }) => !repeats);
      if (said.length > 0) await switchOff(said);
    },
  };
};
