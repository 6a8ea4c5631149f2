import { formatNotionalUsd } from '../../domain/format.ts';
import { toFreshness } from '../../domain/market/freshness.ts';
import { findVenueId } from '../../domain/mentions/mention.ts';
import { toAgeText } from '../../ui/age-text.ts';
import { DayChange } from '../../ui/DayChange.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { uiLocale } from '../../ui/locale.ts';
import { Price } from '../../ui/Price.tsx';
import { toCoinReading, toPriceFreshness, toVenueReading } from '../../ui/reading.ts';
import { toSourceName } from '../../ui/source-name.ts';
import { message } from '../../ui/strings.ts';
import type { PageFacts } from '../page-facts.ts';
import { type RankedSubject, rankSubjects } from './ranked-subjects.ts';

/** Every coin and exchange of the article by number of mentions, each with its figure. */
export const ArticleSubjects = ({ facts }: { readonly facts: PageFacts }) => {
  const subjects = rankSubjects(facts.notes());
  return (
    <section>
      <h3>{message('panelSubjects')}</h3>
      {subjects.length === 0 && <p class="explained">{message('panelNoSubjects')}</p>}
      <ul class="subjects">
        {subjects.map((subject) => {
          const venueId = findVenueId(subject.id);
          return venueId === null ? (
            <CoinRow key={subject.id} subject={subject} facts={facts} />
          ) : (
            <VenueRow key={subject.id} venueId={venueId} subject={subject} facts={facts} />
          );
        })}
      </ul>
    </section>
  );
};

interface RowProps {
  readonly subject: RankedSubject;
  readonly facts: PageFacts;
}

const Count = ({ count }: { readonly count: number }) => (
  <span class="count">
    <span aria-hidden="true">×{count}</span>
    <span class="mn-hidden">{message('panelMentions', String(count))}</span>
  </span>
);

const CoinRow = ({ subject, facts }: RowProps) => {
  const { quote, absence } = toCoinReading(facts.market(), subject.id);
  const nowMs = facts.nowMs();
  const freshness = toPriceFreshness(quote, nowMs);
  return (
    <li data-id={subject.id}>
      <span class="subject">
        <span class="who">{quote?.name ?? subject.surface}</span> <Count count={subject.count} />
      </span>{' '}
      <span class="amount">
        <Price priceUsd={quote?.priceUsd ?? null} freshness={freshness} absence={absence} isShort />
      </span>{' '}
      <span class="moved">{quote && <DayChange quote={quote} nowMs={nowMs} />}</span>{' '}
      <span class="of">
        {quote && `${toSourceName(quote.source)} · ${toAgeText(quote.atMs, freshness, nowMs)}`}
      </span>
    </li>
  );
};

const VenueRow = ({ subject, venueId, facts }: RowProps & { readonly venueId: string }) => {
  const { sum, absence } = toVenueReading(facts.market(), venueId);
  const nowMs = facts.nowMs();
  const freshness = toFreshness('liquidations', sum?.untilMs ?? null, nowMs);
  return (
    <li data-id={subject.id}>
      <span class="subject">
        <span class="who">{toSourceName(venueId)}</span> <Count count={subject.count} />
      </span>{' '}
      <span class="amount is-wide">
        <Figure freshness={freshness} absence={absence}>
          {sum && message('chipLiquidations', formatNotionalUsd(sum.longUsd + sum.shortUsd, uiLocale()))}
        </Figure>
      </span>{' '}
      <span class="of">{sum && `${message('change24h')} · ${toAgeText(sum.untilMs, freshness, nowMs)}`}</span>
    </li>
  );
};
