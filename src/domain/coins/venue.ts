import type { CoinId } from './coin.ts';
import { packedVenues } from './packed-venues.ts';

/** What kind of market a venue is. `tradfi` are regulated exchanges and funds, `defunct` ones no longer trade. */
export type VenueType = 'cex' | 'perp-dex' | 'dex' | 'broker' | 'tradfi' | 'defunct';

/** An exchange that news texts name. */
export interface Venue {
  readonly id: string;
  readonly name: string;
  readonly type: VenueType;
  /** The coin that the venue itself issues. */
  readonly tokenId: CoinId | null;
}

const VENUE_TYPES: readonly VenueType[] = ['cex', 'perp-dex', 'dex', 'broker', 'tradfi', 'defunct'];

const parseVenue = (line: string): Venue => {
  const [id = '', name = '', type = '', token = ''] = line.split('|');
  return {
    id,
    name,
    type: VENUE_TYPES.find((known) => known === type) ?? 'cex',
    tokenId: token === '' ? null : token,
  };
};

const venueById: ReadonlyMap<string, Venue> = new Map(
  packedVenues
    .split('\n')
    .map(parseVenue)
    .map((venue) => [venue.id, venue]),
);

/** The venue with this id (`binance`, `crypto_com`), or null. Takes the bare id, without the `venue:` of subjects. */
export const findVenue = (id: string): Venue | null => venueById.get(id) ?? null;
