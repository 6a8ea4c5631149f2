import { formatAge, formatMinute, formatNotionalUsd } from '../../domain/format.ts';
import type { Figure, FigureKind } from '../../domain/figures/figure.ts';
import type { Absence } from '../../domain/market/absence.ts';
import { type Freshness, toAgeMs } from '../../domain/market/freshness.ts';
import { findVenueId } from '../../domain/mentions/mention.ts';
import { uiLocale } from '../../ui/locale.ts';
import { toCoinReading } from '../../ui/reading.ts';
import { toSourceName } from '../../ui/source-name.ts';
import { type MessageName, message } from '../../ui/strings.ts';
import type { PageFacts } from '../page-facts.ts';
import type { FigureNote } from './figure-note.ts';
import { findNow } from './now.ts';
import { toStatedText, toWindowText } from './stated-text.ts';

/** One of our own figures beside the story's: a value with where it comes from, or why there is none. */
export interface OwnFigure {
  /** The coin or exchange, where a figure is about several. */
  readonly name: string | null;
  readonly value: string | null;
  readonly absence: Absence | null;
  readonly freshness: Freshness;
  /** Of a price: what it has done since the story was published, as a fraction. */
  readonly since: number | null;
  /** Source, window, coverage and age. */
  readonly note: string;
}

/** The story's figure and ours, side by side. Whether the story was right is not for us to say. */
export interface Comparison {
  readonly label: string;
  readonly subject: string;
  readonly then: { readonly value: string; readonly note: string };
  /** What a price was when the story was published. */
  readonly atPublication: readonly OwnFigure[];
  readonly now: readonly OwnFigure[];
}

const LABELS: Record<FigureKind, MessageName> = {
  price: 'figurePrice',
  move: 'figureMove',
  liquidations: 'cardLiquidationsWord',
  'largest-order': 'figureLargestOrder',
  since: 'figureSince',
  'open-interest': 'figureOpenInterest',
  funding: 'figureFunding',
  'market-cap': 'figureMarketCap',
  'etf-flow': 'figureMove',
};

/** A coin by its name where the market told it, else as the story calls it. */
export const toCoinName = (facts: PageFacts, coinId: string): string =>
  toCoinReading(facts.market(), coinId).quote?.name ??
  facts.notes().find(({ mention }) => mention.id === coinId)?.mention.surface ??
  coinId;

const toSubject = ({ coins, venue }: Figure, facts: PageFacts): string => {
  const names = coins.map((coinId) => toCoinName(facts, coinId));
  const venueId = venue && findVenueId(venue);
  const all = venueId ? [...names, toSourceName(venueId)] : names;
  return all.length > 0 ? new Intl.ListFormat(uiLocale(), { type: 'unit' }).format(all) : message('figureMarket');
};

/** When the story said it: its publication, in the reader's own zone. */
const toThenNote = ({ window, side }: Figure, facts: PageFacts): string => {
  const publishedAtMs = facts.publishedAtMs();
  const parts = [
    side && message(side === 'long' ? 'sideLong' : 'sideShort'),
    window && toWindowText(window),
    publishedAtMs === null ? message('figureTimeUnknown') : formatMinute(publishedAtMs, uiLocale()),
  ];
  return parts.filter(Boolean).join(' · ');
};

/** What stands beside a figure of the story. */
export const compareFigure = (note: FigureNote, facts: PageFacts): Comparison => {
  const { figure } = note;
  const { atPublication, now } = findNow(figure, facts);
  return {
    label: message(LABELS[figure.kind]),
    subject: toSubject(figure, facts),
    then: { value: toStatedText(note), note: toThenNote(figure, facts) },
    atPublication,
    now,
  };
};
