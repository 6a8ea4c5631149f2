import type { CoinId } from '../domain/coins/coin.ts';
import type { Market } from '../platform/protocol.ts';
import { settingsItem } from '../platform/reader-items.ts';
import { Mark } from '../ui/Mark.tsx';
import { MissingHosts } from '../ui/MissingHosts.tsx';
import { MoneyContext } from '../ui/money.ts';
import { toCoinReading, toMoney, toTrueMs } from '../ui/reading.ts';
import { message } from '../ui/strings.ts';
import { useKnownItem } from '../ui/use-known-item.ts';
import { useLook } from '../ui/use-look.ts';
import { useMarket } from '../ui/use-market.ts';
import { useNow } from '../ui/use-now.ts';
import { Announcement } from './Announcement.tsx';
import { CurrencyChoice } from './CurrencyChoice.tsx';
import type { FirstValues } from './first-values.ts';
import { LinkedCoin } from './LinkedCoin.tsx';
import { MarketLiquidations } from './MarketLiquidations.tsx';
import { OfflineLine } from './OfflineLine.tsx';
import { OptionsLink } from './OptionsLink.tsx';
import { PageSection } from './PageSection.tsx';
import { SearchBox } from './SearchBox.tsx';
import { SiteGrant } from './SiteGrant.tsx';
import { SiteSwitch } from './SiteSwitch.tsx';
import { SourceList } from './SourceList.tsx';
import { StreamSwitch } from './StreamSwitch.tsx';
import { useCoinLabels } from './use-coin-labels.ts';
import { useIsDrawn } from './use-is-drawn.ts';
import { useLastHeight } from './use-last-height.ts';
import { useLastMarket } from './use-last-market.ts';
import { useLinkedCoin } from './use-linked-coin.ts';
import { useOpenPage } from './use-open-page.ts';
import { useWatchList } from './use-watch-list.ts';
import { WatchList } from './WatchList.tsx';

const CLOCK_EVERY_MS = 1000;

/** The coins of the largest orders, whose names are told beside the reader's own. */
const findLargestCoins = (market: Market | null): CoinId[] =>
  market?.venues.flatMap(({ sum }) => sum?.largest?.coinId ?? []) ?? [];

/** Everything behind the toolbar button: the reader's coins, search, the open page's subjects, the sources' state. */
export const Popup = ({ first }: { readonly first: FirstValues }) => {
  const isDrawn = useIsDrawn();
  const machineMs = useNow(CLOCK_EVERY_MS);
  const watchList = useWatchList(first.coinIds);
  const { page, allow, switchSite, openPanel } = useOpenPage(first.page);
  const subjects = page?.kind === 'notes' ? page.subjects : null;
  const [settings, updateSettings] = useKnownItem(settingsItem, first.settings);
  useLook(settings);
  const { coinIds } = watchList;
  const { linkedId, unlistedId } = useLinkedCoin(coinIds);
  const linked = linkedId === null ? [] : [linkedId];
  const answered = useMarket(
    isDrawn
      ? {
          coinIds: [...new Set([...coinIds, ...linked, ...(subjects?.coinIds ?? [])])],
          venueIds: subjects?.venueIds ?? [],
        }
      : null,
    settings.currency,
  );
  const market = useLastMarket(answered, first.market);
  const nowMs = toTrueMs(market, machineMs);
  useLastHeight(first.heightPx, isDrawn && page?.kind !== 'asked');
  useCoinLabels([...coinIds, ...linked, ...(subjects?.coinIds ?? []), ...findLargestCoins(market)]);
  return (
    <MoneyContext.Provider value={toMoney(market)}>
      <header>
        <Mark />
        <h1>{message('extensionName')}</h1>
        <CurrencyChoice
          currency={settings.currency}
          onChoose={(currency) => void updateSettings((before) => ({ ...before, currency }))}
        />
      </header>
      <main>
        {page?.host && page.kind !== 'ungranted' && (
          <SiteSwitch
            host={page.host}
            isOn={page.kind !== 'blocked'}
            onSwitch={(isOn) => void switchSite(isOn)}
          />
        )}
        {isDrawn && <MissingHosts />}
        {page?.kind === 'blocked' && <p class="notice">{message('siteOff')}</p>}
        {page?.kind === 'ungranted' && <SiteGrant host={page.host} onAllow={() => void allow()} />}
        {page?.kind === 'unread' && <p class="notice">{message('siteUnread')}</p>}
        <SearchBox watchList={watchList} />
        {market && <OfflineLine market={market} />}
        {unlistedId && (
          <LinkedCoin reading={toCoinReading(market, unlistedId)} watchList={watchList} nowMs={nowMs} />
        )}
        <WatchList
          watchList={watchList}
          market={market}
          nowMs={nowMs}
          linkedId={unlistedId ? null : linkedId}
        />
        <Announcement lastChange={watchList.lastChange} />
        {isDrawn && market && <MarketLiquidations market={market} nowMs={nowMs} />}
        {isDrawn && subjects && (
          <PageSection
            page={subjects}
            watchList={watchList}
            market={market}
            nowMs={nowMs}
            onOpenPanel={() => void openPanel()}
          />
        )}
      </main>
      {isDrawn && (
        <footer>
          <StreamSwitch
            isOn={settings.liveStreams}
            onSwitch={(liveStreams) => void updateSettings((before) => ({ ...before, liveStreams }))}
          />
          {market?.liquidationLog === 'memory' && <p>{message('logInMemory')}</p>}
          {market && <SourceList sources={market.sources} nowMs={nowMs} />}
          <OptionsLink />
        </footer>
      )}
    </MoneyContext.Provider>
  );
};
