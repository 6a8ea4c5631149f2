import { formatMinute } from '../../domain/format-time.ts';
import type { Absence } from '../../domain/market/absence.ts';
import { US_DOLLARS } from '../../domain/market/money.ts';
import type { Quote } from '../../domain/market/quote.ts';
import { Change } from '../../ui/Change.tsx';
import { uiLocale } from '../../ui/locale.ts';
import { MoneyContext } from '../../ui/money.ts';
import { Price } from '../../ui/Price.tsx';
import { toPriceFreshness } from '../../ui/reading.ts';
import { toSourceName } from '../../ui/source-name.ts';
import { message } from '../../ui/strings.ts';
import { toGranularityText } from '../granularity-text.ts';
import type { Publication } from './card-subject.ts';
import { toUsdtNote } from './usdt-note.ts';

export interface SincePublicationProps {
  readonly publication: Publication;
  readonly quote: Quote | null;
  /** Why there is no quote, where there is none. */
  readonly absence: Absence | null;
  readonly nowMs: number;
}

/**
 * What the coin cost when the story was published, what it costs now, and the change. In dollars whatever the reader's
 * money is: nobody tells what that minute's dollar was worth in it.
 */
export const SincePublication = ({
  publication,
  quote,
  absence: absenceNow,
  nowMs,
}: SincePublicationProps) => {
  const { price, absence } = publication.past;
  const freshness = toPriceFreshness(quote, nowMs);
  const usdtNote = toUsdtNote(price?.usdtUsd);
  return (
    <section class="since">
      <h3>{message('cardSince')}</h3>
      <MoneyContext.Provider value={US_DOLLARS}>
        <dl>
          <div>
            <dt>{message('cardThen')}</dt>
            <dd>
              <Price priceUsd={price?.priceUsd ?? null} freshness="live" absence={absence} />
            </dd>
          </div>
          <div>
            <dt>{message('cardNow')}</dt>
            <dd>
              <Price priceUsd={quote?.priceUsd ?? null} freshness={freshness} absence={absenceNow} />
            </dd>
          </div>
          <div>
            <dt>{message('cardChange')}</dt>
            <dd>
              <Change
                fraction={price && quote ? quote.priceUsd / price.priceUsd - 1 : null}
                over="cardSince"
                freshness={freshness}
                absence={absence ?? absenceNow}
              />
            </dd>
          </div>
        </dl>
      </MoneyContext.Provider>
      <p class="note">
        {message('cardPublished', formatMinute(publication.atMs, uiLocale()))}
        {price &&
          ` · ${message('cardThenFrom', toSourceName(price.source), toGranularityText(price.granularity))}`}
      </p>
      {usdtNote && <p class="note">{usdtNote}</p>}
    </section>
  );
};
