import { findVenue } from '../domain/coins/venue.ts';
import { type Dismissal, isDismissed } from '../domain/dismissal.ts';
import { findVenueId, toVenueSubject } from '../domain/mentions/mention.ts';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings.ts';
import type { WatchList } from '../domain/watch-list.ts';
import { createMarketFeed, type MarketSubjects } from '../platform/market-feed.ts';
import { answerMessages, isExtensionAlive } from '../platform/messenger.ts';
import { newCoinsItem } from '../platform/new-coin-list.ts';
import type { Market, PageNotes } from '../platform/protocol.ts';
import { blockedSitesItem, dismissalsItem, settingsItem, watchListItem } from '../platform/reader-items.ts';
import { loadTexts } from '../ui/load-texts.ts';
import { uiLocale } from '../ui/locale.ts';
import { toCoinReading, toTrueMs, toVenueReading } from '../ui/reading.ts';
import { createChip } from './annotate/chip.ts';
import { toChipFigure, toNamedFigure } from './annotate/chip-figure.ts';
import type { Note } from './annotate/note.ts';
import { toShownTotals } from './card/shown-totals.ts';
import { findCoinsInView } from './in-view.ts';
import { createLateDetails } from './late-details.ts';
import { createDetailsLoader } from './load-details.ts';
import type { PageFacts } from './page-facts.ts';
import { findPageHost } from './page-host.ts';
import { pageLook } from './page-look.ts';
import type { Publication, Story } from './publication.ts';
import { createReading } from './reading.ts';
import { createStoryFrames } from './story-frames.ts';
import { createTickers } from './ticker/tickers.ts';

/** Ages on screen grow between answers, too. */
const REDRAW_EVERY_MS = 15_000;
/** How soon a page without us notices that its extension is gone, and a reader that the article was exchanged. */
const CHECK_EVERY_MS = 1000;
/** What passes by while the reader scrolls is not asked for. */
const ASK_AFTER_MS = 250;

/** What the page is called by: the venue's own name where we know it, else the words of the page. */
const nameOf = ({ mention }: Note): string => {
  const venueId = findVenueId(mention.id);
  return (venueId && findVenue(venueId)?.name) || mention.surface;
};

const toNoteSubjects = (notes: readonly Note[]): MarketSubjects => {
  const ids = [...new Set(notes.map(({ mention }) => mention.id))];
  return {
    coinIds: ids.filter((id) => findVenueId(id) === null),
    venueIds: ids.flatMap((id) => findVenueId(id) ?? []),
  };
};

const isPending = (market: Market | null, { coinIds, venueIds }: MarketSubjects): boolean =>
  coinIds.some((id) => toCoinReading(market, id).absence === 'pending') ||
  venueIds.some((id) => toVenueReading(market, id).absence === 'pending');

/**
 * Margin Notes on one page: reads the article, annotates it, fills dead tickers, and keeps all of it live while the page
 * is visible. Ends with the controller's signal, or by itself when the extension is updated or removed.
 */
export const startPageSession = async (session: AbortController): Promise<void> => {
  const { signal } = session;
  const host = findPageHost();
  // Not watched: what is new today can wait for the next page.
  const { coins: newCoins } = await newCoinsItem.read();
  if (signal.aborted) return;
  let market: Market | null = null;
  let watchList: WatchList | null = null;
  let settings: Settings = DEFAULT_SETTINGS;
  let dismissals: readonly Dismissal[] = [];
  let story: Story | null = null;
  let asked: ReadonlySet<string> = new Set();

  const nowMs = (): number => toTrueMs(market, Date.now());

  /** The strip shows what the reader follows; a reader who follows nothing sees what the story is about. */
  const tickerCoins = (): readonly string[] => {
    if (watchList && watchList.length > 0) return watchList;
    const { coinIds } = toNoteSubjects(reading.notes());
    return coinIds.length > 0 ? coinIds : (market?.topCoinIds ?? []);
  };

  /** The coins that the cards of the page's exchanges list: their names come with their quotes. */
  const venueCoins = (venueIds: readonly string[]): string[] =>
    venueIds.flatMap((venueId) =>
      toShownTotals(toVenueReading(market, venueId).totals).map(({ coinId }) => coinId),
    );

  const subjects = (): MarketSubjects => {
    const { coinIds, venueIds } = toNoteSubjects(reading.notes());
    const ofTicker = tickers.count() > 0 ? tickerCoins() : [];
    const inView = [...findCoinsInView(reading.notes(), reading.isInView), ...ofTicker];
    const opened = details.coinIds();
    return {
      coinIds: [...new Set([...coinIds, ...ofTicker, ...venueCoins(venueIds), ...opened])],
      venueIds,
      inViewIds: [...new Set([...inView, ...opened])],
    };
  };

  const chipsStandApart = (): boolean => settings.density === 'paragraph';

  const drawChip = (note: Note): void => {
    const { mention, chip } = note;
    if (!chip) return;
    const figure = toChipFigure(mention, nameOf(note), market, nowMs(), uiLocale());
    chip.show(chipsStandApart() ? toNamedFigure(figure, mention, nameOf(note), market) : figure);
  };

  const draw = (): void => {
    pageLook.show(settings);
    reading.notesNear().forEach(drawChip);
    tickers.show({ coinIds: tickerCoins(), market, nowMs: nowMs(), look: settings });
    details.refresh();
    if (reading.notes().length > 0) requestIdleCallback(details.prepare);
  };

  /** Asks at once when the page now shows something that was not asked for. */
  const askForNew = (): void => {
    const { coinIds, venueIds, inViewIds = [] } = subjects();
    const wanted = [...coinIds, ...venueIds.map(toVenueSubject), ...inViewIds.map((id) => `in view: ${id}`)];
    const isNew = wanted.some((subject) => !asked.has(subject));
    asked = new Set(wanted);
    if (isNew) feed.ask();
  };

  const onChange = (): void => {
    askForNew();
    draw();
  };

  let askTimer: ReturnType<typeof setTimeout> | undefined;
  const askSoon = (): void => {
    clearTimeout(askTimer);
    askTimer = setTimeout(askForNew, ASK_AFTER_MS);
  };

  const loadDetails = createDetailsLoader();
  const facts: Omit<PageFacts, keyof Publication> = {
    article: () => reading.article(),
    notes: () => reading.notes(),
    market: () => market,
    nowMs,
    settings: () => settings,
    isWatched: (coinId) => watchList?.includes(coinId) ?? false,
  };

  const details = createLateDetails(loadDetails, {
    facts,
    story: () => story,
    items: { watchList: watchListItem, dismissals: dismissalsItem, blockedSites: blockedSitesItem },
    onOpen: () => askForNew(),
    signal,
  });

  const tickers = createTickers({ load: loadDetails, onFilled: onChange, signal });

  const reading = createReading({
    createChip: (note) =>
      createChip({
        id: note.mention.id,
        isApart: chipsStandApart(),
        onFocus: () => details.onChipFocus(note),
        onBlur: details.onChipBlur,
        onPress: () => details.onChipPress(note),
      }),
    onArticle({ root }, ofArticle) {
      story = { root, signal: ofArticle };
    },
    density: () => settings.density,
    newCoins,
    isWanted: (mention) => !isDismissed(dismissals, mention, host),
    hasFigures: (notes) => !isPending(market, toNoteSubjects(notes)),
    onChange,
    onSeen: askSoon,
    signal,
  });

  const feed = createMarketFeed({
    subjects,
    onMarket: (answer) => {
      market = answer;
      onChange();
    },
    onGone: () => session.abort(),
    signal,
  });

  watchListItem.follow((list) => {
    watchList = list;
    onChange();
  }, signal);

  const setSettings = async (chosen: Settings): Promise<void> => {
    const before = settings;
    settings = chosen;
    if (chosen.language !== before.language) await loadTexts(chosen);
    if (signal.aborted) return;
    if (chosen.density !== before.density) reading.update();
    else onChange();
    if (chosen.currency !== before.currency) feed.ask();
  };
  settingsItem.follow(setSettings, signal);

  dismissalsItem.follow((list) => {
    if (list.length === 0 && dismissals.length === 0) return;
    dismissals = list;
    reading.update();
  }, signal);

  const frames = createStoryFrames();
  const look = (): void => {
    reading.check();
    if (!document.hidden) frames.look();
  };
  const check = setInterval(() => (isExtensionAlive() ? look() : session.abort()), CHECK_EVERY_MS);
  const redraw = setInterval(() => isExtensionAlive() && !document.hidden && draw(), REDRAW_EVERY_MS);
  signal.addEventListener('abort', () => {
    clearTimeout(askTimer);
    clearInterval(check);
    clearInterval(redraw);
  });

  const describe = async (): Promise<PageNotes> => {
    const own = reading
      .notes()
      .map(({ mention: { id, kind, surface, form } }) => ({ id, kind, surface, form }));
    return { notes: [...own, ...(await frames.readNotes())], tickersReplaced: tickers.count() };
  };
  answerMessages(
    {
      readPageNotes: describe,
      async leavePage() {
        session.abort();
        return {};
      },
      async togglePanel() {
        if (frames.isCommanded()) details.togglePanel();
        return {};
      },
      async focusNextNote() {
        if (frames.isCommanded()) details.focusNextNote();
        return {};
      },
    },
    signal,
  );
};
