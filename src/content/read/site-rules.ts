import { isOfSite } from '../../domain/sites.ts';
import { findPageHost } from '../page-host.ts';

/** What we know of the pages of some sites. To add one: a line here and a page in `tests/fixtures/sites`. */
export interface SiteRule {
  /** By registrable domain or section host; subdomains are included. Any site when left out. */
  readonly hosts?: readonly string[];
  /** CSS selector of the story's text. Used where exactly one element of the page matches; else the story is looked for. */
  readonly root?: string;
  /** CSS selector of what stands between the paragraphs and is not the story: links to others, sign-ups, price boxes. */
  readonly skip?: string;
}

export const SITE_RULES: readonly SiteRule[] = [
  // Boxes of other stories that WordPress themes and plugins put between paragraphs: JNews, Jetpack, YARPP.
  { skip: '.jnews_inline_related_post_wrapper, .jp-relatedposts, .yarpp-related' },
  {
    hosts: ['coindesk.com'],
    skip: '.article-ad, #strategy-rules-player-wrapper, [data-module-name="newsletter-article-sign-up-module"]',
  },
  {
    hosts: ['reuters.com'],
    skip: '[data-testid="promo-box"], [data-testid="AuthorBio"], [class*="article-module__read-next"]',
  },
  {
    // Its page has neither <article> nor <main>.
    hosts: ['cnbc.com'],
    root: '.ArticleBody-articleBody',
    skip: '[class*="RelatedContent-"], [class*="RelatedQuotes-"], [data-test="RelatedLinks"], [class*="InlineVideo-"]',
  },
  { hosts: ['bloomberg.com'], skip: '[class*="inline-newsletter"], [class*="terminal-tout"]' },
  // Its <article> is the whole page, what else there is to read included.
  { hosts: ['bitcoinmagazine.com'], root: '.tdb_single_content' },
];

const findRules = (host: string): readonly SiteRule[] =>
  SITE_RULES.filter(({ hosts }) => !hosts || hosts.some((site) => isOfSite(host, site)));

/** The one element that a rule of this site names as the story's text; null where there is no such rule or element. */
export const findSiteRoot = (body: Element): Element | null => {
  for (const { root } of findRules(findPageHost())) {
    const [found, another] = root ? body.querySelectorAll(root) : [];
    if (found && !another) return found;
  }
  return null;
};

let known = { host: '', selector: '' };

/** Whether a rule of this site names the element as no part of the story. Asked for every element that is read. */
export const isSkippedBySite = (element: Element): boolean => {
  const host = location.hostname;
  if (known.selector === '' || known.host !== host)
    known = {
      host,
      selector: findRules(findPageHost())
        .flatMap(({ skip }) => skip ?? [])
        .join(),
    };
  return element.matches(known.selector);
};
