import { findVenue } from '../../domain/coins/venue.ts';
import { findVenueId } from '../../domain/mentions/mention.ts';
import { MoneyContext, toMoney } from '../../ui/money.ts';
import { message } from '../../ui/strings.ts';
import { CoinCard } from './CoinCard.tsx';
import type { CardSubject } from './card-subject.ts';
import { VenueCard } from './VenueCard.tsx';

export interface CardProps extends CardSubject {
  readonly onWatch: (coinId: string, watched: boolean) => void;
  readonly onClose: () => void;
}

/** The card of one coin or exchange, with the way to close it. */
export const Card = ({ onWatch, onClose, ...subject }: CardProps) => {
  const venueId = findVenueId(subject.mention.id);
  return (
    <article class="card" data-id={subject.mention.id}>
      <MoneyContext.Provider value={toMoney(subject.market)}>
        {venueId === null ? (
          <CoinCard {...subject} onWatch={onWatch} />
        ) : (
          <VenueCard
            venueId={venueId}
            name={findVenue(venueId)?.name ?? subject.mention.surface}
            {...subject}
          />
        )}
      </MoneyContext.Provider>
      <button
        type="button"
        class="close"
        aria-label={message('cardClose')}
        title={message('cardClose')}
        onClick={onClose}
      >
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <path d="M1 1 9 9M9 1 1 9" />
        </svg>
      </button>
    </article>
  );
};
