/** What a mention is about: a CoinGecko coin id, or `venue:` followed by a venue id. */
export type SubjectId = string;
export type SubjectKind = 'coin' | 'venue';

const VENUE_PREFIX = 'venue:';

export const toVenueSubject = (venueId: string): SubjectId => VENUE_PREFIX + venueId;

/** The venue id of a venue subject, or null when the subject is a coin. */
export const findVenueId = (subject: SubjectId): string | null =>
  subject.startsWith(VENUE_PREFIX) ? subject.slice(VENUE_PREFIX.length) : null;

/**
 * How the text names its subject. `name+ticker` is a name and the ticker of the same coin side by side,
 * as in `Near Protocol (NEAR)` or `Cardano's ADA`: one mention, one note.
 */
export type MentionForm = 'name' | 'ticker' | 'cashtag' | 'pair' | 'name+ticker';

/** A place in a text that names a coin or an exchange. Offsets are UTF-16 units into the block's text. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly id: SubjectId;
  readonly kind: SubjectKind;
  readonly form: MentionForm;
  /** Names of the rules that spoke for this reading, strongest first, so that the card can say why. */
  readonly evidence: readonly string[];
}

/** What the page says about the text around its blocks. Every field only adds evidence. */
export interface MentionContext {
  readonly title?: string;
  /** The subjects that the site filed the page under, each as it is written there. */
  readonly tags?: readonly string[];
  /** BCP 47 language of the page, when it states one. */
  readonly language?: string;
}
