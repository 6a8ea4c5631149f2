import type { Note } from '../../src/content/annotate/note.ts';
import type { FigureNote } from '../../src/content/figures/figure-note.ts';
import type { PageFacts } from '../../src/content/page-facts.ts';
import type { Figure } from '../../src/domain/figures/figure.ts';
import type { Mention } from '../../src/domain/mentions/mention.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import type { Market, PastReading } from '../../src/platform/protocol.ts';

export const NOW_MS = Date.UTC(2026, 3, 22, 12);
const DAY_MS = 86_400_000;

/** A note of a name; where it stands does not matter to what is drawn of it. */
export const toNote = (id: string, surface: string): Note => {
  const mention: Mention = {
    start: 0,
    end: surface.length,
    id,
    kind: id.startsWith('venue:') ? 'venue' : 'coin',
    surface,
    form: 'name',
    evidence: [],
  };
  return {
    mention,
    range: new Range(),
    block: { element: document.body, text: surface, pieces: [] },
    chip: null,
  };
};

/** A note of a figure that the story states in these words. */
export const toFigureNote = (
  surface: string,
  figure: Partial<Figure> & Pick<Figure, 'kind'>,
): FigureNote => ({
  figure: {
    start: 0,
    end: surface.length,
    value: null,
    currency: null,
    approx: null,
    window: null,
    side: null,
    coins: [],
    venue: null,
    ...figure,
  },
  surface,
  range: new Range(),
  block: { element: document.body },
  chip: null,
});

/** The facts of a page with these notes, published a day ago. */
export const toPageFacts = (
  market: Market | null,
  notes: readonly Note[],
  past: PastReading = { price: null, absence: 'timeout' },
): PageFacts => ({
  article: () => null,
  notes: () => notes,
  market: () => market,
  nowMs: () => NOW_MS,
  settings: () => DEFAULT_SETTINGS,
  isWatched: () => false,
  publishedAtMs: () => NOW_MS - DAY_MS,
  pastPrice: () => past,
});
