import type { Approximation, Figure, FigureKind } from '../../domain/figures/figure.ts';
import { formatMinute } from '../../domain/format-time.ts';
import { findVenueId } from '../../domain/mentions/mention.ts';
import { toListText } from '../../ui/list-text.ts';
import { uiLocale } from '../../ui/locale.ts';
import { toSideText } from '../../ui/side-text.ts';
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

const HEDGES: Record<Approximation, MessageName> = {
  about: 'figureAbout',
  nearly: 'figureNearly',
  over: 'figureOver',
  under: 'figureUnder',
  'up to': 'figureUpTo',
};

/** The story's own words, with the hedge that it gave them. */
const toToldText = ({ figure, surface }: FigureNote): string => {
  const words = surface.replaceAll(/\s+/g, ' ');
  return figure.approx === null ? words : message(HEDGES[figure.approx], words);
};

const toSubject = ({ coins, venue }: Figure, facts: PageFacts): string => {
  const names = coins.map((coinId) => toCoinName(facts, coinId));
  const venueId = venue && findVenueId(venue);
  const all = venueId ? [...names, toSourceName(venueId)] : names;
  return all.length > 0 ? toListText(all) : message('figureMarket');
};

/** When the story said it: its publication, in the reader's own zone. */
const toThenNote = ({ window, side }: Figure, facts: PageFacts): string => {
  const publishedAtMs = facts.publishedAtMs();
  const parts = [
    side && toSideText(side),
    window && toWindowText(window),
    publishedAtMs === null ? message('figureTimeUnknown') : formatMinute(publishedAtMs, uiLocale()),
  ];
  return parts.filter(Boolean).join(' · ');
};

/** What stands beside a figure of the story. */
export const compareFigure = (note: FigureNote, facts: PageFacts): Comparison => ({
  label: message(LABELS[note.figure.kind]),
  subject: toSubject(note.figure, facts),
  told: { value: toToldText(note), note: toThenNote(note.figure, facts) },
  ...findOwnFigures(note.figure, facts),
});
