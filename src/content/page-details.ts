import { type CardControl, createCardControl } from './card/card-control.ts';
import { createFigureNotes } from './figures/figure-notes.ts';
import { findNextChip } from './next-chip.ts';
import { overlayLook } from './overlay-look.ts';
import { type ChangedItems, createPageActions } from './page-actions.ts';
import type { PageFacts } from './page-facts.ts';
import { findPageScheme } from './page-scheme.ts';
import { createLiquidationTables } from './panel/liquidation-tables.ts';
import { createPanelHost } from './panel/panel-host.ts';
import { createPublication, type Publication, type Story } from './publication.ts';

export interface PageDetailsParts {
  readonly facts: Omit<PageFacts, keyof Publication>;
  /** The story that is read now. */
  readonly story: () => Story | null;
  readonly items: ChangedItems;
  /** Something was opened: what it is about may not have been asked for yet. */
  readonly onOpen: () => void;
  readonly signal: AbortSignal;
}

/** Card, figures and panel of one page. */
export interface PageDetails extends Omit<CardControl, 'refresh'> {
  /** Opens the panel, or puts it away. */
  togglePanel(): void;
  /** Moves the keyboard to the next chip. */
  focusNextNote(): void;
  /** Draws anew what has changed. */
  refresh(): void;
}

/** What lies over a page is as dark as the page, which may be another than the system is. */
const showLook = (facts: PageFacts): void => {
  const { theme, ...rest } = facts.settings();
  const ground = facts.article()?.root ?? document.body;
  overlayLook.show({ ...rest, theme: theme === 'system' && ground ? findPageScheme(ground) : theme });
};

/** Puts together what only a page with something to show has. */
export const createPageDetails = ({
  facts: ofPage,
  story,
  items,
  onOpen,
  signal,
}: PageDetailsParts): PageDetails => {
  const facts: PageFacts = { ...ofPage, ...createPublication(story, () => refresh()) };
  const figures = createFigureNotes({ facts, onChange: () => card.refresh(), signal });
  const card = createCardControl({
    // A name inside of a figure's words is the nearer thing to point at.
    spots: () => [...facts.notes(), ...figures.notes()],
    facts,
    actions: createPageActions(items, () => togglePanel()),
    onOpen() {
      showLook(facts);
      onOpen();
    },
    signal,
  });
  const tables = createLiquidationTables(() => {
    panel.refresh();
    onOpen();
  }, signal);
  const panel = createPanelHost({
    facts: { ...facts, figureNotes: figures.notes, table: tables.read },
    isCovered: card.isOpen,
    findFocusHome: card.findFocusHome,
    focusBack: card.focusBack,
    signal,
  });
  const refresh = (): void => {
    // Asking a page for its colours makes the browser work them out.
    if (card.isOpen() || panel.isOpen()) showLook(facts);
    figures.refresh();
    card.refresh();
    panel.refresh();
  };
  const togglePanel = (): void => {
    panel.toggle();
    if (panel.isOpen()) showLook(facts);
  };
  return {
    ...card,
    coinIds: () => [...card.coinIds(), ...(panel.isOpen() ? tables.coinIds() : [])],
    togglePanel,
    focusNextNote: () => findNextChip(facts.notes())?.focus(),
    refresh,
  };
};
