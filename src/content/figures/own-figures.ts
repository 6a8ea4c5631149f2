import type { Figure } from '../../domain/figures/figure.ts';
import { toCoinName } from '../coin-name.ts';
import type { PageFacts } from '../page-facts.ts';
import { toFundingNow, toOpenInterestNow } from './own-derivatives.ts';
import type { OwnFigure, OwnFigures } from './own-figure.ts';
import { toLargestOrderNow, toLiquidationsNow } from './own-liquidations.ts';
import { toMarketCapNow, toMoveNow, toPriceNow, toPriceThen } from './own-price.ts';

/** Kinds that mean nothing without a coin: a figure of theirs that is linked to none gets no note. */
const OF_COINS: readonly Figure['kind'][] = ['price', 'move', 'open-interest', 'funding', 'market-cap'];

/** Flows of funds are read so that they are not taken for anything else: we have nothing to set beside them. */
export const hasOwnFigures = ({ kind, coins }: Figure): boolean =>
  kind !== 'etf-flow' && (coins.length > 0 || !OF_COINS.includes(kind));

const toNow = (figure: Figure, facts: PageFacts): readonly OwnFigure[] => {
  const ofEach = (toFigure: (coinId: string, name: string) => OwnFigure): OwnFigure[] =>
    figure.coins.map((coinId) => toFigure(coinId, toCoinName(facts, coinId)));
  switch (figure.kind) {
    case 'price':
      return ofEach((coinId, name) => toPriceNow(figure, coinId, name, facts));
    case 'move':
      return ofEach((coinId, name) => toMoveNow(figure, coinId, name, facts));
    case 'market-cap':
      return ofEach((coinId, name) => toMarketCapNow(coinId, name, facts));
    case 'liquidations':
    case 'since':
      return [toLiquidationsNow(figure, facts)];
    case 'largest-order':
      return [toLargestOrderNow(figure, facts)];
    case 'open-interest':
      return figure.coins.flatMap((coinId) => toOpenInterestNow(coinId, facts));
    case 'funding':
      return figure.coins.flatMap((coinId) => toFundingNow(coinId, facts));
    case 'etf-flow':
      return [];
  }
};

/** Our own figures to set beside one of the story's. */
export const findOwnFigures = (figure: Figure, facts: PageFacts): OwnFigures => {
  const hasThen = figure.kind === 'price' && facts.publishedAtMs() !== null;
  const atPublication = hasThen
    ? figure.coins.map((coinId) => toPriceThen(coinId, toCoinName(facts, coinId), facts))
    : [];
  return { atPublication, now: toNow(figure, facts) };
};
