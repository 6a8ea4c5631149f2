import type { Figure, FigureKind } from '../../domain/figures/figure.ts';
import { formatMinute } from '../../domain/format.ts';
import { findVenueId } from '../../domain/mentions/mention.ts';
import { uiLocale } from '../../ui/locale.ts';
import { toSourceName } from '../../ui/source-name.ts';
import { type MessageName, message } from '../../ui/strings.ts';
import { toCoinName } from '../coin-name.ts';
import type { PageFacts } from '../page-facts.ts';
import type { FigureNote } from './figure-note.ts';
import type { OwnFigures } from './own-figure.ts';
import { findOwnFigures } from './own-figures.ts';
import { toWindowText } from './window-text.ts';

/** The story's figure and ours, side by side. Whether the story was right is not for us to say. */
export interface Comparison extends OwnFigures {
  readonly label: string;
  readonly subject: string;
  readonly told: { readonly value: string; readonly note: string };
}

const LABELS: Record<FigureKind, MessageName> = {
  price: 'figurePrice',
  move: 'figureMove',
  liquidations: 'figureLiquidations',
  'largest-order': 'figureLargestOrder',
  since: 'figureSince',
  'open-interest': 'figureOpenInterest',
  funding: 'figureFunding',
  'market-cap': 'figureMarketCap',
  'etf-flow': 'figureMove',
};

const toSubject = ({ coins, venue }: Figure, facts: PageFacts): string => {
  const names = coins.map((coinId) => toCoinName(facts, coinId));
  const venueId = venue && findVenueId(venue);
  const all = venueId ? [...names, toSourceName(venueId)] : names;
  return all.length > 0
    ? new Intl.ListFormat(uiLocale(), { type: 'unit' }).format(all)
    : message('figureMarket');
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

/** What stands beside a figure of the story. The story's is told in its own words, hedges and all. */
export const compareFigure = ({ figure, surface }: FigureNote, facts: PageFacts): Comparison => ({
  label: message(LABELS[figure.kind]),
  subject: toSubject(figure, facts),
  told: { value: surface.replaceAll(/\s+/g, ' '), note: toThenNote(figure, facts) },
  ...findOwnFigures(figure, facts),
});
