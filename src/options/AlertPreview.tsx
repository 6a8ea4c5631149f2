import { toAlertMarket } from '../domain/alerts/alert-market.ts';
import { isTrueOf } from '../domain/alerts/evaluate-alerts.ts';
import { readCondition } from '../domain/alerts/read-condition.ts';
import type { MarketSubjects } from '../platform/market-feed.ts';
import { toReadingText } from '../ui/alert-text.ts';
import { toMoney, toTrueMs } from '../ui/reading.ts';
import { message } from '../ui/strings.ts';
import { useMarket } from '../ui/use-market.ts';
import { useNow } from '../ui/use-now.ts';
import { type AlertDraft, toCondition } from './alert-draft.ts';

/** Any amount does for a look at the figure itself. */
const ANY_AMOUNT = '1';

/** What the figure of an alert is now, by the rule that the alert itself goes by. */
export const AlertPreview = ({ draft }: { readonly draft: AlertDraft }) => {
  const subjects: MarketSubjects = { coinIds: draft.coinId ? [draft.coinId] : [], venueIds: [] };
  const market = useMarket(subjects, draft.currency);
  const nowMs = toTrueMs(market, useNow(1000));
  const written = toCondition(draft);
  const condition = written ?? toCondition({ ...draft, amount: ANY_AMOUNT });
  if (!market || !condition) return <p class="hint">{message('absencePending')}</p>;
  const reading = readCondition(condition, toAlertMarket({ ...market, money: toMoney(market) }), nowMs);
  if (!reading) return <p class="hint">{message('alertNoFigure')}</p>;
  return (
    <p class="hint">
      {message('alertNow', toReadingText(condition, reading))}{' '}
      {written && isTrueOf(written, reading.value, 0) && message('alertTrueAlready')}
    </p>
  );
};
