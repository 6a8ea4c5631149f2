import type { Figure } from '../../domain/figures/figure.ts';
import { formatChange, formatNotionalUsd, formatPrice } from '../../domain/format.ts';
import { formatMinute } from '../../domain/format-time.ts';
import { type Money, US_DOLLARS } from '../../domain/market/money.ts';
import type { Quote } from '../../domain/market/quote.ts';
import { toAgeText } from '../../ui/age-text.ts';
import { uiLocale } from '../../ui/locale.ts';
import {
  toChangesFreshness,
  toChangesOrigin,
  toCoinReading,
  toMoney,
  toPriceFreshness,
} from '../../ui/reading.ts';
import { toSourceName } from '../../ui/source-name.ts';
import { message } from '../../ui/strings.ts';
import { toGranularityText } from '../granularity-text.ts';
import type { PageFacts } from '../page-facts.ts';
import { type OwnFigure, toAbsentFigure } from './own-figure.ts';

/** The reader's money where the story speaks of it too, else dollars: two figures beside each other are of one currency. */
const toFigureMoney = ({ currency }: Figure, facts: PageFacts): Money => {
  const money = toMoney(facts.market());
  return money.currency.toUpperCase() === currency ? money : US_DOLLARS;
};

const readQuote = (coinId: string, facts: PageFacts) => toCoinReading(facts.market(), coinId);

/** The price of a coin now, and what it has done since the story's minute. */
export const toPriceNow = (figure: Figure, coinId: string, name: string, facts: PageFacts): OwnFigure => {
  const { quote, absence } = readQuote(coinId, facts);
  if (!quote) return toAbsentFigure(name, absence ?? 'pending');
  const past = facts.publishedAtMs() === null ? null : facts.pastPrice(coinId).price;
  const freshness = toPriceFreshness(quote, facts.nowMs());
  return {
    name,
    value: formatPrice(quote.priceUsd, toFigureMoney(figure, facts), uiLocale()),
    absence: null,
    freshness,
    since: past && quote.priceUsd / past.priceUsd - 1,
    note: `${toSourceName(quote.source)} · ${toAgeText(quote.atMs, freshness, facts.nowMs())}`,
  };
};

/** The price of a coin in the story's minute; in dollars, because nobody tells what that minute's dollar was worth. */
export const toPriceThen = (coinId: string, name: string, facts: PageFacts): OwnFigure => {
  const { price, absence } = facts.pastPrice(coinId);
  if (!price) return toAbsentFigure(name, absence ?? 'pending');
  return {
    name,
    value: formatPrice(price.priceUsd, US_DOLLARS, uiLocale()),
    absence: null,
    freshness: 'live',
    since: null,
    note: [
      formatMinute(price.atMs, uiLocale()),
      message('cardThenFrom', toSourceName(price.source), toGranularityText(price.granularity)),
    ].join(' · '),
  };
};

const PERIODS: Readonly<Record<string, 'change1h' | 'change7d'>> = {
  '1h': 'change1h',
  '60min': 'change1h',
  '7d': 'change7d',
  week: 'change7d',
};

/** What a coin's price did over the story's window where a source tells it, else over 24 hours: the note says which. */
export const toMoveNow = ({ window }: Figure, coinId: string, name: string, facts: PageFacts): OwnFigure => {
  const { quote, absence } = readQuote(coinId, facts);
  const period = PERIODS[window ?? ''] ?? 'change24h';
  const fraction = quote?.[period] ?? null;
  if (!quote || fraction === null)
    return toAbsentFigure(name, absence ?? (quote ? 'not-published' : 'pending'));
  return {
    name,
    value: formatChange(fraction, uiLocale()),
    absence: null,
    freshness: toChangesFreshness(quote, facts.nowMs()),
    since: null,
    note: [message(period), toQuoteNote(quote, facts)].join(' · '),
  };
};

const toQuoteNote = (quote: Quote, facts: PageFacts): string => {
  const { source, atMs } = toChangesOrigin(quote);
  const freshness = toChangesFreshness(quote, facts.nowMs());
  return `${toSourceName(source)} · ${toAgeText(atMs, freshness, facts.nowMs())}`;
};

/** Price times coins in circulation. */
export const toMarketCapNow = (coinId: string, name: string, facts: PageFacts): OwnFigure => {
  const { quote, absence } = readQuote(coinId, facts);
  if (!quote?.marketCapUsd) return toAbsentFigure(name, absence ?? (quote ? 'not-published' : 'pending'));
  return {
    name,
    value: formatNotionalUsd(quote.marketCapUsd, uiLocale()),
    absence: null,
    freshness: toChangesFreshness(quote, facts.nowMs()),
    since: null,
    note: toQuoteNote(quote, facts),
  };
};
