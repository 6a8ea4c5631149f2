import { toSitesWith } from '../domain/sites.ts';
import { blockedSitesItem } from '../platform/reader-items.ts';
import { MissingHosts } from '../ui/MissingHosts.tsx';
import { message } from '../ui/strings.ts';
import { useStoredItem } from '../ui/use-stored-item.ts';
import { BlockSite } from './BlockSite.tsx';
import { Dismissals } from './Dismissals.tsx';
import { SiteList } from './SiteList.tsx';
import { useGrantedSites } from './use-granted-sites.ts';

/** Where Margin Notes keeps away, and where it runs because the reader said so. */
export const Sites = () => {
  const [blocked, updateBlocked] = useStoredItem(blockedSitesItem);
  const { granted, takeBack } = useGrantedSites();
  return (
    <>
      <MissingHosts />
      <BlockSite onBlock={(site) => void updateBlocked((sites) => toSitesWith(sites, site))} />
      <SiteList
        heading={message('sitesBlocked')}
        sites={blocked ?? []}
        empty={message('sitesNoneBlocked')}
        action={message('siteUnblock')}
        toActionLabel={(site) => message('siteUnblockNamed', site)}
        onAction={(site) => void updateBlocked((sites) => sites.filter((each) => each !== site))}
      />
      <SiteList
        heading={message('sitesGranted')}
        sites={granted}
        empty={message('sitesNoneGranted')}
        action={message('siteTakeBack')}
        toActionLabel={(site) => message('siteTakeBackNamed', site)}
        onAction={(site) => void takeBack(site)}
      />
      <Dismissals />
    </>
  );
};
