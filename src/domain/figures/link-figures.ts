import type { CoinId } from '../coins/coin.ts';
import type { Mention } from '../mentions/mention.ts';
import type { Figure, StatedFigure } from './figure.ts';
import { findGovernor, type Governor, toGovernor, UNKNOWN } from './find-governor.ts';
import { findVenuePlaces, groupCoins } from './group-mentions.ts';
import { linkSums, shareVenueOfSides } from './link-sums.ts';
import { REACH, type Reading } from './reading.ts';
import { findRuns, type Scene } from './scene.ts';
import { type Span, startingIn } from './span.ts';

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
    const linkedSums = findRuns(scene, sums).flatMap((run) => linkSums(scene, sentence, run));
    linked.push(...shareVenueOfSides(scene, linkedSums));
    const [first] = startingIn(scene.groups, sentence.start, sentence.end);
    previous = first === undefined || first.isDescribing ? (current ?? null) : toGovernor(first);
    return linked.sort((a, b) => a.start - b.start);
  });
};
