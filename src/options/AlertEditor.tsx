import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ALERT_WINDOWS, type AlertCondition } from '../domain/alerts/alert.ts';
import type { CoinId } from '../domain/coins/coin.ts';
import { toWindowText } from '../ui/alert-text.ts';
import { toCurrencyLabel } from '../ui/currency-label.ts';
import { message } from '../ui/strings.ts';
import { AlertPreview } from './AlertPreview.tsx';
import {
  ALERT_DIRECTIONS,
  ALERT_KINDS,
  type AlertDirection,
  type AlertDraft,
  toCondition,
  toDraftOfKind,
} from './alert-draft.ts';
import { CoinChoice } from './CoinChoice.tsx';
import { Segments } from './Segments.tsx';

export interface AlertEditorProps {
  readonly initial: AlertDraft;
  /** Of a rule that was about the whole market and shall be about a coin. */
  readonly usualCoin: CoinId;
  readonly onSave: (condition: AlertCondition, repeats: boolean) => void;
  readonly onCancel: () => void;
}

const KINDS = {
  price: 'alertKindPrice',
  change: 'alertKindChange',
  liquidations: 'alertKindLiquidations',
} as const;
const PRICE_DIRECTIONS = {
  up: 'alertPriceAbove',
  down: 'alertPriceBelow',
  either: 'alertPriceAbove',
} as const;
const CHANGE_DIRECTIONS = { up: 'alertUp', down: 'alertDown', either: 'alertEither' } as const;
const OFTEN = { once: 'alertOnce', always: 'alertAlways' } as const;

/** Writes one alert: what it is about, which figure of it, and how often it comes. */
export const AlertEditor = ({ initial, usualCoin, onSave, onCancel }: AlertEditorProps) => {
  const [draft, setDraft] = useState(initial);
  const form = useRef<HTMLFormElement>(null);
  // Before anything can be typed: a focus that comes later would take the reader out of the field.
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('input:checked')?.focus();
    form.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const set = (change: Partial<AlertDraft>): void => setDraft((before) => ({ ...before, ...change }));

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const condition = toCondition(draft);
    const amount = form.current?.elements.namedItem('alert-amount') as HTMLInputElement;
    amount.setCustomValidity(condition ? '' : message('alertAmountInvalid'));
    if (condition) onSave(condition, draft.repeats);
    else amount.reportValidity();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel();
  };

  return (
    <form ref={form} class="editor" onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <Segments
        name="alert-kind"
        label={message('alertKind')}
        options={ALERT_KINDS}
        chosen={draft.kind}
        toLabel={(kind) => message(KINDS[kind])}
        onChange={(kind) => setDraft((before) => toDraftOfKind(before, kind, usualCoin))}
      />
      <CoinChoice
        name="alert-coin"
        label={message('alertAbout')}
        coinId={draft.coinId}
        {...(draft.kind === 'liquidations' ? { nobody: message('figureMarket') } : {})}
        onChange={(coinId) => set({ coinId })}
      />
      <Comparison draft={draft} set={set} />
      <Segments
        name="alert-repeats"
        label={message('alertOften')}
        options={['once', 'always']}
        chosen={draft.repeats ? 'always' : 'once'}
        toLabel={(often) => message(OFTEN[often as keyof typeof OFTEN])}
        onChange={(often) => set({ repeats: often === 'always' })}
      />
      <p class="hint">{message(draft.repeats ? 'alertAlwaysExplained' : 'alertOnceExplained')}</p>
      <AlertPreview draft={draft} />
      <p class="editor-acts">
        <button type="submit" class="button" name="alert-save">
          {message('alertSave')}
        </button>
        <button type="button" class="text-button" onClick={onCancel}>
          {message('cancel')}
        </button>
      </p>
    </form>
  );
};

interface ComparisonProps {
  readonly draft: AlertDraft;
  readonly set: (change: Partial<AlertDraft>) => void;
}

/** Where the figure has to go, in words and numbers. */
const Comparison = ({ draft, set }: ComparisonProps) => (
  <div class="field comparison">
    {draft.kind === 'liquidations' ? (
      <span>{message('alertSumAbove')}</span>
    ) : (
      <select
        name="alert-direction"
        aria-label={message('alertDirection')}
        value={draft.direction}
        onChange={({ currentTarget }) => set({ direction: currentTarget.value as AlertDirection })}
      >
        {ALERT_DIRECTIONS.filter((each) => each !== 'either' || draft.kind === 'change').map((direction) => (
          <option key={direction} value={direction}>
            {message((draft.kind === 'price' ? PRICE_DIRECTIONS : CHANGE_DIRECTIONS)[direction])}
          </option>
        ))}
      </select>
    )}
    <span class="amount">
      <input
        type="number"
        name="alert-amount"
        min="0"
        step="any"
        inputMode="decimal"
        aria-label={message('alertAmount')}
        value={draft.amount}
        onInput={({ currentTarget }) => {
          currentTarget.setCustomValidity('');
          set({ amount: currentTarget.value });
        }}
      />
      <span>{toUnit(draft)}</span>
    </span>
    {draft.kind === 'change' && (
      <select
        name="alert-window"
        aria-label={message('alertWindow')}
        value={draft.window}
        onChange={({ currentTarget }) => set({ window: currentTarget.value as AlertDraft['window'] })}
      >
        {ALERT_WINDOWS.map((window) => (
          <option key={window} value={window}>
            {message('alertInWindow', toWindowText(window))}
          </option>
        ))}
      </select>
    )}
  </div>
);

const toUnit = ({ kind, currency }: AlertDraft): string => {
  if (kind === 'price') return toCurrencyLabel(currency);
  return kind === 'change' ? '%' : message('alertMillions');
};
