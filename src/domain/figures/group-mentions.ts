import type { CoinId } from '../coins/coin.ts';
import { findVenue } from '../coins/venue.ts';
import { findVenueId, type Mention, type SubjectId, toVenueSubject } from '../mentions/mention.ts';
import type { Reading } from './reading.ts';
import { countIn, type Span, startingIn } from './span.ts';

/** Coins that are said in one breath: `Ether (ETH), Cardano’s ADA, and dogecoin`. */
export interface CoinGroup extends Span {
  readonly coins: readonly CoinId[];
  /** The coins only describe what follows: `bitcoin miners`, `Solana ETF`. */
  readonly isDescribing: boolean;
  /** The coin is compared with, and is not what the sentence is about: `outperformed ether`. */
  readonly isOblique: boolean;
}

/** What stands between the members of one list. */
const LIST_GAP =
  /^[\s,、，;&/()（）'’"“”]*(?:(?:and|or|y|e|et|und|sowie|и|ve|ile|和|与|與|及|と|や|와|과)(?:[\s,]+|$))?(?:(?:the|el|la|o|a|le|l['’]|der|die|das|memecoins?|tokens?)\s*)*$/iu;
const MAX_GAP = 24;

/** `1,200 BTC` is a quantity of coins, not the coin as a subject. */
const AMOUNT = /\d(?:\s?(?:k|m|mn|bn|million|billion|万|億|亿|만|억))?[\s-]?$/iu;

/** The unit of a figure (`0.00001234 BTC`) is not its subject. Figures are shorter than this, and so are their units. */
const LONGEST_FIGURE = 80;

const isInside = (mention: Span, figures: readonly Span[]): boolean =>
  startingIn(figures, mention.start - LONGEST_FIGURE, mention.start + 1).some(
    ({ end }) => mention.end <= end,
  );

/** `MSTR` and `COIN` are shares before they are tokens of that name. */
const isForeign = (reading: Reading, mention: Span): boolean =>
  startingIn(reading.cues, mention.start, mention.end).some(({ kind }) => kind === 'foreign');

/** `$6.7 million ETH position`: the number before the coin is a sum of money and not of coins. */
const touchesFigure = (start: number, figures: readonly Span[]): boolean =>
  startingIn(figures, start - LONGEST_FIGURE, start).some(({ end }) => start >= end && start - end <= 1);

/** `Ledger Nano X`, `Ethereum Foundation said`: one name among others in a sentence that is no headline. */
const LONGER_NAME = /^\s(\p{Lu}[\p{L}\d]*)\s+\p{Ll}/u;

const isPartOfName = (reading: Reading, group: Span): boolean => {
  const next = LONGER_NAME.exec(reading.text.slice(group.end, group.end + 40))?.[1];
  return next !== undefined && countIn(reading.cues, group.end, group.end + 2) === 0;
};

const describe = (reading: Reading, group: Span): Pick<CoinGroup, 'isDescribing' | 'isOblique'> => {
  const { language, text } = reading;
  const { heads, obliques } = language.lexicon;
  const after = text.slice(group.end, group.end + 24).replace(/^['’]s/u, '');
  return {
    isDescribing: language.startsWith(heads).test(after) || isPartOfName(reading, group),
    isOblique:
      obliques !== undefined &&
      language.endsIn(obliques).test(text.slice(Math.max(0, group.start - 24), group.start)),
  };
};

/** The coins of a block in the lists in which it names them. Coins that are the unit of a figure or an amount are left out. */
export const groupCoins = (
  reading: Reading,
  mentions: readonly Mention[],
  figures: readonly Span[],
): CoinGroup[] => {
  const groups: { start: number; end: number; coins: CoinId[] }[] = [];
  for (const { start, end, id } of mentions) {
    if (findVenueId(id) !== null || isInside({ start, end }, figures) || isForeign(reading, { start, end }))
      continue;
    if (!touchesFigure(start, figures) && AMOUNT.test(reading.text.slice(Math.max(0, start - 12), start)))
      continue;
    const last = groups.at(-1);
    const gap = last === undefined ? '' : reading.text.slice(last.end, start);
    if (last !== undefined && start - last.end <= MAX_GAP && LIST_GAP.test(gap)) {
      last.end = end;
      if (!last.coins.includes(id)) last.coins.push(id);
    } else groups.push({ start, end, coins: [id] });
  }
  return groups.map((group) => ({ ...group, ...describe(reading, group) }));
};

/** An exchange in the text. */
export interface VenuePlace extends Span {
  readonly id: SubjectId;
  /** A preposition makes it the place of what happened: `on Binance`. */
  readonly isPlace: boolean;
}

/** An exchange whose coin has its name is meant as an exchange where a sum was liquidated: `Hyperliquid saw $110 million`. */
const toVenue = ({ id, form }: Mention): SubjectId | null => {
  if (findVenueId(id) !== null) return id;
  return form === 'name' && findVenue(id)?.tokenId === id ? toVenueSubject(id) : null;
};

/** The exchanges of a block, less those that are only cited (`according to Binance`). */
export const findVenuePlaces = (reading: Reading, mentions: readonly Mention[]): VenuePlace[] => {
  const { language, text } = reading;
  const { places, sources } = language.lexicon;
  return mentions.flatMap((mention) => {
    const { start, end } = mention;
    const id = toVenue(mention);
    if (id === null) return [];
    const before = text.slice(Math.max(0, start - 24), start);
    const isCited = language.endsIn(sources).test(before);
    return isCited
      ? []
      : [{ start, end, id, isPlace: places !== '' && language.endsIn(places).test(before) }];
  });
};
