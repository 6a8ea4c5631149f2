import type { CoinId } from '../coins/coin.ts';
import { findAsides } from './find-asides.ts';
import type { CoinGroup } from './group-mentions.ts';
import { REACH } from './reading.ts';
import { hasBreak, type Scene } from './scene.ts';
import { type Span, startingIn } from './span.ts';

/** Whom a price or a move is about. `market` is crypto without a coin; `unknown` is something else, or in doubt. */
export type Governor =
  | { readonly about: 'coins'; readonly coins: readonly CoinId[] }
  | { readonly about: 'market' | 'unknown' };

export const UNKNOWN: Governor = { about: 'unknown' };
const MARKET: Governor = { about: 'market' };

export const toGovernor = ({ coins }: CoinGroup): Governor => ({ about: 'coins', coins });

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
  const asides = findAsides(reading, sentence).filter(({ end }) => end <= figure.start);
  return [...others, ...places, ...named]
    .filter((item) => !asides.some(({ start, end }) => item.start > start && item.start < end))
    .sort((a, b) => b.start - a.start);
};

/** How much may stand before a figure that opens its sentence. */
const OPENING_REACH = 16;

/** `At $88,300, bitcoin is down`: a sentence that opens with its figure names its subject behind the comma. */
const findGroupBehindComma = ({ reading, groups }: Scene, sentence: Span, figure: Span): CoinGroup | null => {
  if (figure.start - sentence.start > OPENING_REACH) return null;
  const group = startingIn(groups, figure.end, Math.min(sentence.end, figure.end + NEAR_AFTER))[0];
  if (group === undefined || group.isDescribing) return null;
  return /^[^,;:]{0,24}[,，]\s*(?:the\s+)?$/u.test(reading.text.slice(figure.end, group.start))
    ? group
    : null;
};

/** How far into a sentence without a subject its figure may stand. */
const HEADLESS_REACH = 24;

const goesOnAbout = ({ reading }: Scene, sentence: Span, figure: Span): boolean =>
  figure.start - sentence.start <= HEADLESS_REACH ||
  startingIn(reading.cues, Math.max(sentence.start, figure.start - REACH), figure.start).some(
    ({ kind }) => kind === 'anaphora',
  );

/** The nearest subject before the figure in its sentence, else the one that the sentence before it was about. */
export const findGovernor = (
  scene: Scene,
  sentence: Span,
  figure: Span,
  previous: Governor | null,
): Governor => {
  const after = findGroupAfter(scene, sentence, figure);
  if (after !== null) return toGovernor(after);
  const [nearest] = toItems(scene, sentence, figure);
  if (nearest !== undefined)
    return nearest.group !== undefined && hasOwnName(scene, nearest.group, figure)
      ? UNKNOWN
      : nearest.governor;
  const behind = findGroupBehindComma(scene, sentence, figure);
  if (behind !== null) return toGovernor(behind);
  return previous !== null && goesOnAbout(scene, sentence, figure) ? previous : UNKNOWN;
};
