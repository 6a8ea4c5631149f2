import { findVenue } from '../domain/coins/venue.ts';
import { findVenueId } from '../domain/mentions/mention.ts';
import { toWatchListWith, toWatchListWithout, type WatchList } from '../domain/settings.ts';
import { createMarketFeed, type MarketSubjects } from '../platform/market-feed.ts';
import { answerMessages } from '../platform/messenger.ts';
import type { Market, PageNotes } from '../platform/protocol.ts';
import { settingsItem, watchListItem } from '../platform/stored-items.ts';
import { uiLocale } from '../ui/locale.ts';
import { toTrueMs } from '../ui/reading.ts';
import { createAnnotator, type Note } from './annotate/annotator.ts';
import { createChip } from './annotate/chip.ts';
import { toChipFigure } from './annotate/chip-figure.ts';
import { createCardControl } from './card/card-control.ts';
import { createNoteFinder } from './card/note-at-point.ts';
import { createPastPrices } from './past-prices.ts';
import { findArticle } from './read/article.ts';
import { findPublicationTime } from './read/publication-time.ts';
import { createTickers } from './ticker/tickers.ts';

/** Ages on screen grow between answers, too. */
const REDRAW_EVERY_MS = 15_000;

/** What the page is called by: the venue's own name where we know it, else the words of the page. */
const nameOf = (note: Note): string => {
  const venueId = findVenueId(note.mention.id);
  return (venueId && findVenue(venueId)?.name) || note.mention.surface;
};

/**
 * Margin Notes on one page: reads the article, annotates it, fills dead tickers, and keeps all of it live while the page
 * is visible. Ends with the controller's signal, or by itself when the extension is updated or removed; the page is then
 * as it was.
 */
export const startPageSession = (session: AbortController): void => {
  const { signal } = session;
  const article = findArticle();
  if (!article) return;

  let market: Market | null = null;
  let watchList: WatchList = [];

  const nowMs = (): number => toTrueMs(market, Date.now());

  const toggleWatch = (coinId: string, watched: boolean): void =>
    void watchListItem.update((list) => (watched ? toWatchListWith : toWatchListWithout)(list, coinId));

  const noteSubjects = (kind: 'coin' | 'venue'): string[] => [
    ...new Set(annotator.notes().flatMap(({ mention }) => (mention.kind === kind ? [mention.id] : []))),
  ];
  const noteCoins = (): string[] => noteSubjects('coin');
  const noteVenues = (): string[] => noteSubjects('venue').map((id) => findVenueId(id) ?? id);

  /** The strip shows what the reader follows; a reader who follows nothing sees what the story is about. */
  const tickerCoins = (): readonly string[] => {
    if (watchList.length > 0) return watchList;
    return noteCoins().length > 0 ? noteCoins() : (market?.topCoinIds ?? []);
  };

  const venueCoins = (): string[] =>
    (market?.venues ?? []).flatMap(({ venueId, totals }) =>
      noteVenues().includes(venueId) ? totals.map((total) => total.coinId) : [],
    );

  const subjects = (): MarketSubjects => ({
    coinIds: [...new Set([...noteCoins(), ...(tickers.count() > 0 ? tickerCoins() : []), ...venueCoins()])],
    venueIds: noteVenues(),
  });

  const card = createCardControl({
    finder: createNoteFinder(() => annotator.notes()),
    toProps: ({ mention }) => ({
      mention,
      market,
      nowMs: nowMs(),
      isWatched: watchList.includes(mention.id),
      publication: mention.kind === 'coin' ? (pastPrices?.read(mention.id) ?? null) : null,
      onWatch: toggleWatch,
    }),
    signal,
  });

  const publishedAtMs = findPublicationTime(document, article.root, Date.now());
  const pastPrices =
    publishedAtMs === null ? null : createPastPrices(publishedAtMs, () => card.refresh(), signal);

  const drawChip = (note: Note): void =>
    note.chip?.show(toChipFigure(note.mention, nameOf(note), market, nowMs(), uiLocale()));

  const draw = (): void => {
    annotator.notes().forEach(drawChip);
    tickers.show({ coinIds: tickerCoins(), market, nowMs: nowMs() });
    card.refresh();
  };

  const tickers = createTickers(signal);
  const annotator = createAnnotator({
    article,
    createChip: (note) =>
      createChip({
        id: note.mention.id,
        onFocus: () => card.onChipFocus(note),
        onBlur: () => card.onChipBlur(note),
        onPress: () => card.onChipPress(note),
      }),
    onChange: () => {
      draw();
      feed.ask();
    },
    signal,
  });

  const feed = createMarketFeed({
    subjects,
    onMarket: (answer) => {
      market = answer;
      draw();
    },
    onGone: () => session.abort(),
    signal,
  });

  const setWatchList = (list: WatchList): void => {
    watchList = list;
    draw();
    feed.ask();
  };
  void watchListItem.read().then((list) => !signal.aborted && setWatchList(list));
  watchListItem.watch(setWatchList, signal);
  // Another currency is asked for at once.
  settingsItem.watch(() => feed.ask(), signal);

  const redraw = setInterval(() => !document.hidden && draw(), REDRAW_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(redraw));

  const describe = (): PageNotes => ({
    notes: annotator.notes().map(({ mention: { id, kind, surface, form } }) => ({ id, kind, surface, form })),
    tickersReplaced: tickers.count(),
  });
  answerMessages({ readPageNotes: async () => describe() }, signal);
};
