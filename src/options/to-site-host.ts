import { toSite } from '../domain/sites.ts';

const LONGEST_HOST = 253;

/** The site of what a reader wrote: its name, or the address of any of its pages; null when it names no site. */
export const toSiteHost = (text: string): string | null => {
  const written = text.trim();
  const address = /^https?:\/\//i.test(written) ? written : `https://${written}`;
  if (!URL.canParse(address)) return null;
  const site = toSite(new URL(address).hostname);
  return site.includes('.') && site.length <= LONGEST_HOST ? site : null;
};
