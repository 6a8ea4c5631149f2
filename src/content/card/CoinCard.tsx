import type { Quote } from '../../domain/market/quote.ts';
import { Change } from '../../ui/Change.tsx';
import { Price } from '../../ui/Price.tsx';
import {
  toChangesFreshness,
  toChangesOrigin,
  toCoinReading,
  toLineFreshness,
  toLineOrigin,
  toPriceFreshness,
} from '../../ui/reading.ts';
import { SourceAge } from '../../ui/SourceAge.tsx';
import { Sparkline } from '../../ui/Sparkline.tsx';
import { message } from '../../ui/strings.ts';
import { CoinDerivatives } from './CoinDerivatives.tsx';
import { CoinLiquidations } from './CoinLiquidations.tsx';
import type { CardSubject } from './card-subject.ts';
import { DayRange } from './DayRange.tsx';
import { QuoteNotes } from './QuoteNotes.tsx';
import { SincePublication } from './SincePublication.tsx';

export interface CoinCardProps extends CardSubject {
  readonly onWatch: (coinId: string, watched: boolean) => void;
}

/** A coin: price, changes, day's range, week's line, and what was liquidated of it. */
export const CoinCard = ({ mention, market, nowMs, isWatched, publication, onWatch }: CoinCardProps) => {
  const coinId = mention.id;
  const { quote, absence, setAside = [] } = toCoinReading(market, coinId);
  const freshness = toPriceFreshness(quote, nowMs);
  const name = quote?.name ?? mention.surface;
  return (
    <>
      <header>
        <h2>{name}</h2>
        {quote && <span class="ticker">{quote.symbol}</span>}
        {quote?.rank && <span class="rank">{message('searchRank', String(quote.rank))}</span>}
        <button
          type="button"
          class="watch"
          aria-pressed={isWatched}
          aria-label={message(isWatched ? 'unwatch' : 'watch', name)}
          title={message(isWatched ? 'unwatch' : 'watch', name)}
          onClick={() => onWatch(coinId, !isWatched)}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="m10 2 2.4 5.2 5.6.7-4.1 3.9 1 5.7L10 14.8l-4.9 2.7 1-5.7L2 7.9l5.6-.7Z" />
          </svg>
        </button>
      </header>
      <p class="price">
        <Price priceUsd={quote?.priceUsd ?? null} freshness={freshness} absence={absence} />
      </p>
      {quote && <QuoteDetails quote={quote} nowMs={nowMs} publishedAtMs={publication?.atMs ?? null} />}
      <p class="source">
        <SourceAge
          sourceId={quote?.source ?? 'coingecko'}
          atMs={quote?.atMs ?? null}
          nowMs={nowMs}
          freshness={freshness}
          absence={absence}
        />
        {quote?.changesFrom && <ChangesAge quote={quote} nowMs={nowMs} />}
      </p>
      <QuoteNotes quote={quote} setAside={setAside} />
      {publication && (
        <SincePublication publication={publication} quote={quote} absence={absence} nowMs={nowMs} />
      )}
      <CoinLiquidations coinId={coinId} market={market} nowMs={nowMs} />
      <CoinDerivatives coinId={coinId} market={market} nowMs={nowMs} />
    </>
  );
};

const PERIODS = ['1h', '24h', '7d'] as const;

const WEEK_MS = 7 * 24 * 3_600_000;

interface QuoteDetailsProps {
  readonly quote: Quote;
  readonly nowMs: number;
  readonly publishedAtMs: number | null;
}

const QuoteDetails = ({ quote, nowMs, publishedAtMs }: QuoteDetailsProps) => {
  const freshness = toChangesFreshness(quote, nowMs);
  const markAt = publishedAtMs === null ? null : 1 - (toLineOrigin(quote).atMs - publishedAtMs) / WEEK_MS;
  return (
    <>
      <dl class="changes">
        {PERIODS.map((period) => (
          <div key={period}>
            <dt>{message(`change${period}`)}</dt>
            <dd>
              <Change
                fraction={quote[`change${period}`]}
                over={`change${period}`}
                freshness={freshness}
                absence="not-published"
              />
            </dd>
          </div>
        ))}
      </dl>
      <div class="lines">
        <DayRange quote={quote} />
        <Sparkline
          pricesUsd={quote.sparkline7dUsd}
          freshness={toLineFreshness(quote, nowMs)}
          width={120}
          height={36}
          markAt={markAt}
        />
      </div>
    </>
  );
};

/** The changes have a source and an age of their own, where the price is an exchange's. */
const ChangesAge = ({ quote, nowMs }: { readonly quote: Quote; readonly nowMs: number }) => {
  const { source, atMs } = toChangesOrigin(quote);
  return (
    <span class="changes-source">
      {message('cardChangesFrom')}{' '}
      <SourceAge
        sourceId={source}
        atMs={atMs}
        nowMs={nowMs}
        freshness={toChangesFreshness(quote, nowMs)}
        absence={null}
      />
    </span>
  );
};
