import type { CoinId } from '../coins/coin.ts';
import { type Mention, type SubjectId, toVenueSubject } from '../mentions/mention.ts';
import { costOf } from './classify.ts';
import type { Figure, StatedFigure } from './figure.ts';
import { areCoordinated } from './find-figures.ts';
import { type CoinGroup, findVenuePlaces, groupCoins, type VenuePlace } from './group-mentions.ts';
import { REACH, type Reading } from './reading.ts';
import { countIn, type Span, startingIn } from './span.ts';

/** All that links are judged by. */
interface Scene {
  readonly reading: Reading;
  readonly figures: readonly StatedFigure[];
  readonly groups: readonly CoinGroup[];
  readonly venues: readonly VenuePlace[];
}

/** Whom a price or a move is about. `market` is crypto without a coin; `unknown` is something else, or in doubt. */
type Governor =
  | { readonly about: 'coins'; readonly coins: readonly CoinId[] }
  | { readonly about: 'market' | 'unknown' };

const UNKNOWN: Governor = { about: 'unknown' };
const MARKET: Governor = { about: 'market' };

const toGovernor = ({ coins }: CoinGroup): Governor => ({ about: 'coins', coins });

const hasBreak = ({ reading }: Scene, from: number, to: number): boolean =>
  countIn(reading.breaks, from, to) > 0;

const NEAR_AFTER = 40;

/** `7% for solana`, `a 5% jump in bitcoin`: only words of movement and one preposition stand between. */
const findGroupAfter = ({ reading, groups }: Scene, sentence: Span, figure: Span): CoinGroup | null => {
  const group = startingIn(groups, figure.end, Math.min(sentence.end, figure.end + NEAR_AFTER))[0];
  if (group === undefined || group.isDescribing) return null;
  let gap = reading.text.slice(figure.end, group.start);
  for (const cue of startingIn(reading.cues, figure.end, group.start))
    if (cue.kind === 'rise' || cue.kind === 'fall' || cue.kind === 'price')
      gap = gap.replace(reading.text.slice(cue.start, cue.end), '');
  const { language } = reading;
  const { linksAfter } = language.lexicon;
  return gap.trim() !== '' &&
    language.endsIn(linksAfter).test(gap) &&
    language.startsWith(linksAfter).test(gap)
    ? group
    : null;
};

const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}&.'’-]*\s+$/u;

/** `while Marathon Digital rose 5%`: a clause with a name of its own in front of its verb is not about the coin before. */
const hasOwnName = (scene: Scene, group: Span, figure: Span): boolean => {
  const { reading } = scene;
  const verb = startingIn(reading.cues, group.end, figure.start).find(
    ({ kind }) => kind === 'rise' || kind === 'fall',
  );
  if (verb === undefined || !hasBreak(scene, group.end, verb.start)) return false;
  return CAPITALISED.test(reading.text.slice(group.end, verb.start));
};

/** `the UNI token`, `Bitcoin, the largest cryptocurrency`: words for crypto at large right after a coin mean that coin. */
const BELONGS_TO_COIN = /^[\s,]*(?:(?:the|el|la|o|a|le|die|der|das)\s+)?(?:\p{L}+\s+)?$/iu;

/** `outperforming bitcoin’s 98% rise`: compared with, but the owner of the figure. */
const POSSESSIVE = /^['’]s\s+$/u;

type Item = Span & { readonly governor: Governor; readonly group?: CoinGroup };

/** What could be the subject of a figure, nearest first. */
const toItems = (scene: Scene, sentence: Span, figure: Span): Item[] => {
  const from = Math.max(sentence.start, figure.start - REACH);
  const { reading, groups, venues } = scene;
  const coins = startingIn(groups, from, figure.start);
  const belongs = (start: number): boolean =>
    coins.some(
      (group) =>
        group.end <= start &&
        start - group.end < 24 &&
        BELONGS_TO_COIN.test(reading.text.slice(group.end, start)),
    );
  const isFree = ({ start, end }: Span): boolean =>
    !coins.some((group) => start >= group.start && end <= group.end);
  const others = startingIn(reading.cues, from, figure.start)
    .filter(
      (cue) =>
        (cue.kind === 'foreign' || cue.kind === 'market') &&
        isFree(cue) &&
        !(cue.kind === 'market' && belongs(cue.start)),
    )
    .map(({ start, end, kind }): Item => ({ start, end, governor: kind === 'market' ? MARKET : UNKNOWN }));
  const places = startingIn(venues, from, figure.start)
    .filter((venue) => !venue.isPlace && isFree(venue))
    .map(({ start, end }): Item => ({ start, end, governor: UNKNOWN }));
  const named = coins
    .filter((group) => !group.isOblique || POSSESSIVE.test(reading.text.slice(group.end, figure.start)))
    .map(
      (group): Item => ({
        start: group.start,
        end: group.end,
        governor: group.isDescribing ? UNKNOWN : toGovernor(group),
        group,
      }),
    );
  return [...others, ...places, ...named].sort((a, b) => b.start - a.start);
};

/** How far into a sentence without a subject its figure may stand. */
const HEADLESS_REACH = 24;

const goesOnAbout = ({ reading }: Scene, sentence: Span, figure: Span): boolean =>
  figure.start - sentence.start <= HEADLESS_REACH ||
  startingIn(reading.cues, sentence.start, figure.start).some(({ kind }) => kind === 'anaphora');

/** The nearest subject before the figure in its sentence, else the one that the sentence before it was about. */
const findGovernor = (scene: Scene, sentence: Span, figure: Span, previous: Governor | null): Governor => {
  const after = findGroupAfter(scene, sentence, figure);
  if (after !== null) return toGovernor(after);
  const [nearest] = toItems(scene, sentence, figure);
  if (nearest !== undefined)
    return nearest.group !== undefined && hasOwnName(scene, nearest.group, figure)
      ? UNKNOWN
      : nearest.governor;
  return previous !== null && goesOnAbout(scene, sentence, figure) ? previous : UNKNOWN;
};

/** Figures of one kind that are said in one breath, and so share their subject or have one each. */
const findRuns = ({ reading }: Scene, figures: readonly StatedFigure[]): StatedFigure[][] => {
  const runs: StatedFigure[][] = [];
  for (const figure of figures) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && last.kind === figure.kind && areCoordinated(reading.text, last, figure))
      runs.at(-1)?.push(figure);
    else runs.push([figure]);
  }
  return runs;
};

/** `XRP and ADA lost 4% and 5%`: as many figures as coins are one each; any other number of several is in doubt. */
const shareOut = (governor: Governor, run: readonly StatedFigure[], at: number): readonly CoinId[] => {
  if (governor.about !== 'coins') return [];
  if (run.length === 1) return governor.coins;
  const own = governor.coins[at];
  return governor.coins.length === run.length && own !== undefined ? [own] : [];
};

/** No other coin has ever stood at a million dollars. */
const MILLION = 1e6;
const isBelievable = (coins: readonly CoinId[], { value, currency }: StatedFigure): boolean =>
  typeof value !== 'number' || currency !== 'USD' || value < MILLION || coins.includes('bitcoin');

const linkRun = (scene: Scene, sentence: Span, run: readonly StatedFigure[], previous: Governor | null) => {
  const [first] = run;
  if (first === undefined) return { governor: UNKNOWN, linked: [] };
  const governor = findGovernor(scene, sentence, first, previous);
  const linked = run.flatMap((figure, at): Figure[] => {
    const coins = shareOut(governor, run, at);
    const isKept =
      governor.about !== 'unknown' &&
      isBelievable(coins, figure) &&
      (figure.kind === 'move' || coins.length > 0);
    return isKept ? [{ ...figure, coins, venue: null }] : [];
  });
  return { governor, linked };
};

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
  const [best, second] = findVenuesNear(scene, sentence, figure);
  if (best === undefined) return null;
  const { venue, cost } = best;
  // `on Binance and Bybit`: a sum over two exchanges belongs to neither.
  if (second !== undefined && areCoordinated(scene.reading.text, ...inOrder(venue, second.venue)))
    return null;
  const isTaken = startingIn(scene.figures, venue.start - VENUE_REACH, venue.end + VENUE_REACH).some(
    (other) => {
      if (other.start === figure.start || costOf(scene.reading, venue, other) >= cost) return false;
      return findVenuesNear(scene, sentence, other)[0]?.venue === venue;
    },
  );
  return isTaken ? null : venue.id;
};

const inOrder = (a: Span, b: Span): [Span, Span] => (a.start < b.start ? [a, b] : [b, a]);

/** Words of a sum that may stand before its coin: `worth of`, `in`, `of long positions in`. */
const COIN_AFTER_REACH = 36;

/**
 * The coin of a sum: one that describes it (`$4.5 million ETH futures position`) or has it (`BTC longs made up $140M`).
 * A coin that rises or falls in between is the cause and not the subject (`bitcoin’s drop liquidated $300M`).
 */
const findSumCoins = (scene: Scene, sentence: Span, figure: StatedFigure): readonly CoinId[] => {
  const { reading, groups, figures } = scene;
  const isClear = (from: number, to: number): boolean =>
    countIn(figures, from, to) === 0 &&
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

const isForced = ({ kind }: StatedFigure): boolean => kind === 'liquidations' || kind === 'largest-order';

const linkSums = (scene: Scene, sentence: Span, run: readonly StatedFigure[]): Figure[] => {
  const shared = run.every(isForced) ? shareOutVenues(scene, sentence, run) : null;
  return run.map((figure, at) => {
    const venue = shared?.[at]?.id ?? (isForced(figure) ? findVenue(scene, sentence, figure) : null);
    const coins = findSumCoins(scene, sentence, figure).filter((coin) => venue !== toVenueSubject(coin));
    return { ...figure, coins, venue };
  });
};

/** A claim about liquidations is the market's; any other needs a coin that it is about. */
const linkClaim = (
  scene: Scene,
  sentence: Span,
  claim: StatedFigure,
  previous: Governor | null,
): Figure[] => {
  const near = startingIn(
    scene.reading.cues,
    Math.max(sentence.start, claim.start - REACH),
    Math.min(sentence.end, claim.end + REACH),
  );
  if (near.some(({ kind }) => kind === 'liquidation')) return [{ ...claim, coins: [], venue: null }];
  const governor = findGovernor(scene, sentence, claim, previous);
  return governor.about === 'coins' ? [{ ...claim, coins: governor.coins, venue: null }] : [];
};

const isAboutCoin = ({ kind }: StatedFigure): boolean => kind === 'price' || kind === 'move';

/**
 * Says what each figure of a block is about. Prices and moves of anything but crypto are dropped, since a number without
 * a subject is no figure of the story; in doubt a figure keeps no link. Figures and mentions must be sorted.
 */
export const linkFigures = (
  reading: Reading,
  figures: readonly StatedFigure[],
  mentions: readonly Mention[],
): Figure[] => {
  const scene: Scene = {
    reading,
    figures,
    groups: groupCoins(reading, mentions, figures),
    venues: findVenuePlaces(reading, mentions),
  };
  let previous: Governor | null = null;
  return reading.sentences.flatMap((sentence) => {
    const own = startingIn(figures, sentence.start, sentence.end);
    const linked: Figure[] = [];
    let current: Governor | null = null;
    for (const run of findRuns(scene, own.filter(isAboutCoin))) {
      const { governor, linked: found } = linkRun(scene, sentence, run, previous);
      current = governor;
      linked.push(...found);
    }
    for (const claim of own.filter(({ kind }) => kind === 'since'))
      linked.push(...linkClaim(scene, sentence, claim, current ?? previous));
    const sums = own.filter((figure) => figure.kind !== 'since' && !isAboutCoin(figure));
    for (const run of findRuns(scene, sums)) linked.push(...linkSums(scene, sentence, run));
    const [first] = startingIn(scene.groups, sentence.start, sentence.end);
    previous = first === undefined || first.isDescribing ? (current ?? null) : toGovernor(first);
    return linked.sort((a, b) => a.start - b.start);
  });
};
