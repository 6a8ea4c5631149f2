import type { CoinId } from '../coins/coin.ts';
import { type SubjectId, toVenueSubject } from '../mentions/mention.ts';
import { costOf } from './classify.ts';
import { type Figure, isForced, type StatedFigure } from './figure.ts';
import type { VenuePlace } from './group-mentions.ts';
import { areCoordinated, hasBreak, type Scene } from './scene.ts';
import { countIn, type Span, startingIn } from './span.ts';

/** How far a clause may run between an exchange and its sum. */
const VENUE_REACH = 120;

/** `Binance with $100 million`: what touches the sum belongs to it, whatever joins them. */
const TOUCHING = /^[^,;:，、；：]{0,24}$/u;

/** An exchange reaches as far as its clause; `on Binance` reaches into the next one. */
const isInReach = ({ reading }: Scene, venue: VenuePlace, figure: Span): boolean => {
  const [left, right] = inOrder(venue, figure);
  const breaks = countIn(reading.breaks, left.end, right.start);
  return (
    breaks === 0 ||
    (venue.isPlace && breaks === 1) ||
    TOUCHING.test(reading.text.slice(left.end, right.start))
  );
};

interface NearVenue {
  readonly venue: VenuePlace;
  readonly cost: number;
}

const findVenuesNear = (scene: Scene, sentence: Span, figure: Span): NearVenue[] =>
  startingIn(
    scene.venues,
    Math.max(sentence.start, figure.start - VENUE_REACH),
    Math.min(sentence.end, figure.end + VENUE_REACH),
  )
    .filter((venue) => isInReach(scene, venue, figure))
    .map((venue) => ({ venue, cost: costOf(scene.reading, venue, figure) }))
    .sort((a, b) => a.cost - b.cost);

/** The exchange that a sum is closest to, unless it is the closest of another sum that is closer to it. */
const findVenue = (scene: Scene, sentence: Span, figure: Span): SubjectId | null => {
  const [best] = findVenuesNear(scene, sentence, figure);
  if (best === undefined) return null;
  const { venue, cost } = best;
  // `Binance and Bybit each`: a sum over two exchanges belongs to neither.
  const around = startingIn(scene.venues, venue.start - VENUE_REACH, venue.end + VENUE_REACH);
  if (around.some((other) => other !== venue && areListed(scene, ...inOrder(venue, other)))) return null;
  const isTaken = startingIn(scene.figures, venue.start - VENUE_REACH, venue.end + VENUE_REACH).some(
    (other) => {
      if (other.start === figure.start || costOf(scene.reading, venue, other) >= cost) return false;
      return findVenuesNear(scene, sentence, other)[0]?.venue === venue;
    },
  );
  return isTaken ? null : venue.id;
};

const areListed = ({ reading }: Scene, left: Span, right: Span): boolean =>
  left.end <= right.start && areCoordinated(reading.text, left, right);

const inOrder = (a: Span, b: Span): [Span, Span] => (a.start < b.start ? [a, b] : [b, a]);

/** Words of a sum that may stand before its coin: `worth of`, `in`, `of long positions in`. */
const COIN_AFTER_REACH = 36;

/**
 * The coin of a sum: one that describes it (`$4.5 million ETH futures position`) or has it (`BTC longs made up $140M`).
 * A coin that rises or falls in between is the cause and not the subject (`bitcoin’s drop liquidated $300M`).
 */
const findSumCoins = (scene: Scene, sentence: Span, figure: StatedFigure): readonly CoinId[] => {
  const { reading, groups, figures } = scene;
  // `Open interest in ether is down 5% to $17.9 billion`: the second of one kind is about what the first is.
  const isInTheWay = ({ kind }: StatedFigure): boolean => isForced(figure) || kind !== figure.kind;
  const isClear = (from: number, to: number): boolean =>
    !startingIn(figures, from, to).some(isInTheWay) &&
    !(
      isForced(figure) &&
      startingIn(reading.cues, from, to).some(({ kind }) => kind === 'rise' || kind === 'fall')
    );
  const after = startingIn(groups, figure.end, Math.min(sentence.end, figure.end + COIN_AFTER_REACH))[0];
  const hasAfter =
    after !== undefined && isClear(figure.end, after.start) && !hasBreak(scene, figure.end, after.start);
  const before = startingIn(groups, Math.max(sentence.start, figure.start - VENUE_REACH), figure.start).at(
    -1,
  );
  const hasBefore =
    before !== undefined &&
    isClear(before.end, figure.start) &&
    (!hasBreak(scene, before.end, figure.start) ||
      TOUCHING.test(reading.text.slice(before.end, figure.start))) &&
    !(isForced(figure) && before.isDescribing);
  if (hasAfter && hasBefore)
    return (costOf(reading, after, figure) <= costOf(reading, before, figure) ? after : before).coins;
  if (hasAfter) return after.coins;
  return hasBefore ? before.coins : [];
};

/** `Binance and OKX saw $410 million and $220 million`: as many exchanges as sums are one each. */
const shareOutVenues = (
  scene: Scene,
  sentence: Span,
  run: readonly StatedFigure[],
): readonly VenuePlace[] | null => {
  const [first] = run;
  if (first === undefined || run.length < 2) return null;
  const before = startingIn(
    scene.venues,
    Math.max(sentence.start, first.start - VENUE_REACH),
    first.start,
  ).slice(-run.length);
  const isList = before.every((venue, at) => {
    const next = before[at + 1];
    return next === undefined || areCoordinated(scene.reading.text, venue, next);
  });
  const nearest = before.at(-1);
  return isList && before.length === run.length && nearest !== undefined && isInReach(scene, nearest, first)
    ? before
    : null;
};

/** Links a run of sums to the coins and exchanges that they are about. */
export const linkSums = (scene: Scene, sentence: Span, run: readonly StatedFigure[]): Figure[] => {
  const shared = run.every(isForced) ? shareOutVenues(scene, sentence, run) : null;
  return run.map((figure, at) => {
    const venue = shared?.[at]?.id ?? (isForced(figure) ? findVenue(scene, sentence, figure) : null);
    const coins = findSumCoins(scene, sentence, figure).filter((coin) => venue !== toVenueSubject(coin));
    return { ...figure, coins, venue };
  });
};

/** `Binance saw $71M in longs liquidated and $12M in shorts`: the two sides of one exchange. */
export const shareVenueOfSides = ({ venues }: Scene, sums: readonly Figure[]): Figure[] => {
  const shared: Figure[] = [];
  for (const sum of sums) {
    const before = shared.at(-1);
    const isOtherSide =
      before !== undefined &&
      before.venue !== null &&
      sum.venue === null &&
      before.side !== null &&
      sum.side !== null &&
      before.side !== sum.side &&
      sum.start - before.end < VENUE_REACH &&
      countIn(venues, before.end, sum.end) === 0;
    shared.push(isOtherSide ? { ...sum, venue: before.venue } : sum);
  }
  return shared;
};
