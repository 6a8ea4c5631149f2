import { message } from '../ui/strings.ts';

export interface SiteGrantProps {
  readonly host: string;
  readonly onAllow: () => void;
}

/** Offers to run on a site beyond the list: one site at a time, and only when the reader says so. */
export const SiteGrant = ({ host, onAllow }: SiteGrantProps) => (
  <section class="site-grant">
    <p>{message('siteUngranted', host)}</p>
    <button type="button" class="text-button" onClick={onAllow}>
      {message('siteAllow')}
    </button>
  </section>
);
