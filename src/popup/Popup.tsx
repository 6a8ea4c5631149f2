import { message } from '../ui/strings.ts';
import { useMarket } from '../ui/use-market.ts';
import { useNow } from '../ui/use-now.ts';
import { Announcement } from './Announcement.tsx';
import { Mark } from './Mark.tsx';
import { PageSection } from './PageSection.tsx';
import { SearchBox } from './SearchBox.tsx';
import { SourceList } from './SourceList.tsx';
import { usePageSubjects } from './use-page-subjects.ts';
import { useWatchList } from './use-watch-list.ts';
import { WatchList } from './WatchList.tsx';

const CLOCK_EVERY_MS = 1000;

/** Everything behind the toolbar button: the reader's coins, search, the open page's subjects, the sources' state. */
export const Popup = () => {
  const nowMs = useNow(CLOCK_EVERY_MS);
  const watchList = useWatchList();
  const page = usePageSubjects();
  const { coinIds } = watchList;
  const market = useMarket(
    coinIds && {
      coinIds: [...new Set([...coinIds, ...(page?.coinIds ?? [])])],
      venueIds: page?.venueIds ?? [],
    },
  );
  return (
    <>
      <header>
        <Mark />
        <h1>{message('extensionName')}</h1>
      </header>
      <main>
        <SearchBox watchList={watchList} />
        <WatchList watchList={watchList} market={market} nowMs={nowMs} />
        <Announcement lastChange={watchList.lastChange} />
        {page && <PageSection page={page} watchList={watchList} market={market} nowMs={nowMs} />}
      </main>
      <footer>{market && <SourceList sources={market.sources} nowMs={nowMs} />}</footer>
    </>
  );
};
