import type { FigureKind } from './figure.ts';
import type { Quantity } from './find-quantities.ts';
import type { CueKind } from './lexicon.ts';
import { type Cue, REACH, type Reading } from './reading.ts';
import { countIn, type Span, startingIn } from './span.ts';

/** A cue on the far side of a clause's end speaks for another figure more often than not. */
const BREAK_COST = 25;
/** So does one on the far side of another figure. */
const QUANTITY_COST = 40;
/** Where verbs follow, what a figure measures is said before it, and the other way round. */
const OFF_SIDE_COST = 6;
/** And a word that touches another figure, on the side on which words speak, is that figure's. */
const LEANING_COST = 25;
const TOUCH = 12;
const LONGEST = 40;
/** How near a word such as `to` or `above` counts, which stands right before a price. */
const LEVEL_COST = 12;
/** From here on a word is too far away to make a percentage a change. */
const MOVE_LIMIT = 200;
/** And to make a sum a price. */
const PRICE_LIMIT = 110;

/** The dearest unit of a coin is far below this; sums above are volumes. In units of a currency. */
const MOST_PRICE: Readonly<Record<string, number>> = {
  KRW: 1e9,
  JPY: 1e8,
  RUB: 1e8,
  TRY: 1e8,
  INR: 1e8,
  TWD: 1e8,
  BTC: 0.9,
  ETH: 1000,
};
const MOST_PRICE_USD = 5e6;

const QUOTED_IN_COIN = /^(?:BTC|ETH)$/;

/** What a cue may be: a word with a kind, or any other place in the text. */
type Speaker = Span & { readonly kind?: string };

/** Sums neither rise nor fall by themselves: `1.1% lower at $1.92`. */
const canSpeakFor = ({ kind }: Speaker, { unit }: Quantity): boolean =>
  (kind !== 'rise' && kind !== 'fall') || unit === 'percent' || unit === 'multiple';

/** Another figure touches the cue on the side on which cues speak. */
const leansAway = ({ quantities }: Reading, cue: Speaker, isBefore: boolean): boolean => {
  const touching = isBefore
    ? startingIn(quantities, cue.start - TOUCH - LONGEST, cue.start).filter(
        ({ end }) => cue.start - end <= TOUCH && end <= cue.start,
      )
    : startingIn(quantities, cue.end, cue.end + TOUCH);
  return touching.some((quantity) => canSpeakFor(cue, quantity));
};

/** How far a cue is from a figure, in UTF-16 units with the costs of what lies between; the least wins. */
export const costOf = (reading: Reading, cue: Speaker, figure: Span): number => {
  const isBefore = cue.end <= figure.start;
  const [from, to] = isBefore ? [cue.end, figure.start] : [figure.end, cue.start];
  // `below $90,000 liquidated $260 million`: a word between two figures speaks for the one on its own side.
  const isOffSide = isBefore === (reading.language.lexicon.verbLast === true);
  return (
    Math.max(0, to - from) +
    BREAK_COST * countIn(reading.breaks, from, to) +
    (countIn(reading.quantities, from, to) > 0 ? QUANTITY_COST : 0) +
    (isOffSide ? OFF_SIDE_COST + (leansAway(reading, cue, isBefore) ? LEANING_COST : 0) : 0)
  );
};

export interface Judged {
  readonly cue: Cue;
  readonly cost: number;
}

/** The cue of these kinds that is nearest to a figure in its sentence, by cost. */
export const findNearest = (
  reading: Reading,
  sentence: Span,
  figure: Span,
  kinds: readonly CueKind[],
): Judged | null => {
  const from = Math.max(sentence.start, figure.start - REACH);
  const to = Math.min(sentence.end, figure.end + REACH);
  let best: Judged | null = null;
  for (const cue of startingIn(reading.cues, from, to)) {
    if (!kinds.includes(cue.kind) || (cue.start < figure.end && cue.end > figure.start)) continue;
    const cost = costOf(reading, cue, figure);
    if (best === null || cost < best.cost) best = { cue, cost };
  }
  return best;
};

/** A figure's kind with the sign that its words give it. */
export interface Classified {
  readonly kind: FigureKind;
  readonly sign: -1 | 1;
}

const textBefore = (reading: Reading, sentence: Span, figure: Span): string =>
  reading.text.slice(Math.max(sentence.start, figure.start - 40), figure.start);

const textAfter = (reading: Reading, sentence: Span, figure: Span): string =>
  reading.text.slice(figure.end, Math.min(sentence.end, figure.end + 40));

const isPlausiblePrice = ({ high, currency }: Quantity): boolean =>
  high <= (MOST_PRICE[currency ?? ''] ?? MOST_PRICE_USD);

/** `above $93,500`, `BTC: $93,500`, `9万ドルを超え`: the words that touch the sum make it a price. */
const isAtLevel = (reading: Reading, sentence: Span, quantity: Quantity): boolean => {
  const { language } = reading;
  const { levelBefore, levelAfter } = language.lexicon;
  const before = textBefore(reading, sentence, quantity).replace(/[(\s]+$/u, ' ');
  return (
    /[:：=—–]\s*$/u.test(before) ||
    language.endsIn(levelBefore).test(before) ||
    (levelAfter !== undefined && language.startsWith(levelAfter).test(textAfter(reading, sentence, quantity)))
  );
};

/** Cues of the side that was closed. */
export const SIDES = ['long', 'short'] as const;

const SUM_KINDS = [
  'liquidation',
  'long',
  'short',
  'open-interest',
  'market-cap',
  'etf-flow',
  'other',
] as const;

const toKind = (kind: CueKind): FigureKind | null => {
  switch (kind) {
    case 'liquidation':
    case 'long':
    case 'short':
      return 'liquidations';
    case 'open-interest':
    case 'market-cap':
    case 'etf-flow':
    case 'funding':
      return kind;
    default:
      return null;
  }
};

const POSITION_KINDS: readonly CueKind[] = SUM_KINDS.filter((kind) => kind !== 'long' && kind !== 'short');

const findPriceCost = (reading: Reading, sentence: Span, quantity: Quantity): number | null => {
  if (!isPlausiblePrice(quantity)) return null;
  const byWord = findNearest(reading, sentence, quantity, ['price'])?.cost ?? Number.POSITIVE_INFINITY;
  const cost = isAtLevel(reading, sentence, quantity) ? Math.min(LEVEL_COST, byWord) : byWord;
  return cost > PRICE_LIMIT ? null : cost;
};

const classifySum = (reading: Reading, sentence: Span, quantity: Quantity): Classified | null => {
  const topic = findNearest(
    reading,
    sentence,
    quantity,
    reading.isAboutLiquidations ? SUM_KINDS : POSITION_KINDS,
  );
  const priceCost = findPriceCost(reading, sentence, quantity);
  if (priceCost !== null && (topic === null || priceCost <= topic.cost)) return { kind: 'price', sign: 1 };
  const kind = topic === null || QUOTED_IN_COIN.test(quantity.currency ?? '') ? null : toKind(topic.cue.kind);
  return kind === null ? null : { kind, sign: 1 };
};

/** How near before a direction word a topic must stand to be what rises or falls. */
const TOPIC_REACH = 44;

/** `Bitcoin open interest slid 4%`: what stands right before the verb, in its clause, is what moved. */
const findMovingTopic = (reading: Reading, sentence: Span, direction: Span): Cue | null => {
  const from = Math.max(sentence.start, direction.start - TOPIC_REACH);
  const topics = startingIn(reading.cues, from, direction.start).filter(
    ({ kind, end }) =>
      (kind === 'other' || kind === 'liquidation' || toKind(kind) !== null) &&
      end <= direction.start &&
      countIn(reading.breaks, end, direction.start) === 0 &&
      countIn(reading.quantities, end, direction.start) === 0,
  );
  return topics.at(-1) ?? null;
};

const isShare = (reading: Reading, sentence: Span, quantity: Quantity): boolean => {
  const { language } = reading;
  const { shareBefore, shareAfter, moveNouns } = language.lexicon;
  const before = textBefore(reading, sentence, quantity);
  // `extended gains to 27%`: the level that a move has reached is the move.
  if (moveNouns !== undefined && shareBefore !== undefined) {
    const toMove = before.replace(language.endsIn(shareBefore), '');
    if (toMove !== before && language.endsIn(moveNouns).test(toMove)) return false;
  }
  return (
    (shareBefore !== undefined && language.endsIn(shareBefore).test(before)) ||
    (shareAfter !== undefined && language.startsWith(shareAfter).test(textAfter(reading, sentence, quantity)))
  );
};

const classifyPercent = (reading: Reading, sentence: Span, quantity: Quantity): Classified | null => {
  const best = findNearest(reading, sentence, quantity, ['rise', 'fall', 'other', 'funding']);
  if (best?.cue.kind === 'funding') return { kind: 'funding', sign: quantity.sign === -1 ? -1 : 1 };
  if (best?.cue.kind === 'other') return null;
  const moving = best === null ? null : findMovingTopic(reading, sentence, best.cue);
  const topic = moving === null ? null : toKind(moving.kind);
  if (topic === 'funding') return { kind: 'funding', sign: 1 };
  // A level has no plus or minus.
  if (quantity.sign !== 0) return { kind: 'move', sign: quantity.sign };
  if (isShare(reading, sentence, quantity)) return null;
  if (best === null || best.cost > MOVE_LIMIT) return null;
  const sign = best.cue.kind === 'fall' ? -1 : 1;
  if (moving === null) return { kind: 'move', sign };
  return topic === null || topic === 'liquidations' ? null : { kind: topic, sign };
};

/** `doubled in a week`, but not `doubled its holdings` or `doubled down`. */
const HAS_OBJECT = /^\s+(?:its|his|her|their|the|a|an|down|as|sus|seus|seine|ihre|ses|son)(?!\p{L})/iu;

/** What a quantity measures by the words of its sentence, or null when it is none of our kinds. */
export const classify = (reading: Reading, sentence: Span, quantity: Quantity): Classified | null => {
  switch (quantity.unit) {
    case 'percent':
      return classifyPercent(reading, sentence, quantity);
    case 'multiple':
      return HAS_OBJECT.test(textAfter(reading, sentence, quantity)) ? null : { kind: 'move', sign: 1 };
    default:
      return classifySum(reading, sentence, quantity);
  }
};
