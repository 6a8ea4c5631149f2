import { findVenue } from '../../domain/coins/venue.ts';
import { findVenueId } from '../../domain/mentions/mention.ts';
import { toMoney } from '../../ui/reading.ts';
import { CardFoot } from './CardFoot.tsx';
import { CardFrame } from './CardFrame.tsx';
import { CoinCard } from './CoinCard.tsx';
import type { CardSubject } from './card-subject.ts';
import { VenueCard } from './VenueCard.tsx';

export interface CardProps extends CardSubject {
  readonly onWatch: (coinId: string, watched: boolean) => void;
  readonly onDismiss: () => void;
  readonly onBlockSite: () => void;
  readonly onOpenPanel: () => void;
  readonly onClose: () => void;
}

/** The card of one coin or exchange. */
export const Card = (props: CardProps) => {
  const { onWatch, onDismiss, onBlockSite, onOpenPanel, onClose, ...subject } = props;
  const venueId = findVenueId(subject.mention.id);
  return (
    <CardFrame id={subject.mention.id} money={toMoney(subject.market)} onClose={onClose}>
      {venueId === null ? (
        <CoinCard {...subject} onWatch={onWatch} />
      ) : (
        <VenueCard
          venueId={venueId}
          name={findVenue(venueId)?.name ?? subject.mention.surface}
          {...subject}
        />
      )}
      <CardFoot
        mention={subject.mention}
        onDismiss={onDismiss}
        onBlockSite={onBlockSite}
        onOpenPanel={onOpenPanel}
      />
    </CardFrame>
  );
};
