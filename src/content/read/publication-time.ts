import { parsePublicationTime } from '../../domain/market/publication.ts';

/** The kinds of page that are published at a minute. */
const ARTICLE_TYPE = /(Article|BlogPosting|Report|LiveBlogPosting)$/;

/** Metadata that some site or other states the time in, the best first. */
const META_SELECTORS = [
  'meta[property="article:published_time"]',
  'meta[name="article:published_time"]',
  'meta[property="og:article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="sailthru.date"]',
  'meta[name="pubdate"]',
] as const;

/** Times in the text, the surest first; a page has several where it lists other stories. */
const TIME_SELECTORS = [
  'time[itemprop="datePublished"][datetime]',
  'time[pubdate][datetime]',
  'time.published[datetime], time.entry-date[datetime]',
  'header time[datetime]',
  'time[datetime]',
] as const;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Deeper than any site nests what describes its own page. */
const MOST_DEPTH = 4;

/** Every object of a JSON-LD block: a lone one, lists of them, `@graph`, and the page's main entity. */
const flatten = (value: unknown, depth = 0): Readonly<Record<string, unknown>>[] => {
  if (depth > MOST_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((one) => flatten(one, depth + 1));
  if (!isRecord(value)) return [];
  return [value, ...flatten(value['@graph'], depth + 1), ...flatten(value['mainEntity'], depth + 1)];
};

const isArticle = (node: Readonly<Record<string, unknown>>): boolean =>
  [node['@type']].flat().some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type));

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const findStatedTexts = (document: Document): string[] => {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json" i]')];
  const published = scripts
    .flatMap((script) => flatten(parseJson(script.textContent ?? '')))
    .filter(isArticle)
    .map((node) => node['datePublished']);
  return published.flatMap((text) =>
    typeof text === 'string' || typeof text === 'number' ? [String(text)] : [],
  );
};

/**
 * When the page's story was published, in ms, or null when the page does not say it to the minute with a zone: from
 * JSON-LD (`NewsArticle` and its kin, alone, in lists or in `@graph`), then `article:published_time` and its like, then
 * `<time datetime>` in `root`.
 */
export const findPublicationTime = (document: Document, root: Element, nowMs: number): number | null => {
  const metas = META_SELECTORS.flatMap((selector) => [...document.querySelectorAll(selector)]);
  const times = TIME_SELECTORS.flatMap((selector) => [...root.querySelectorAll(selector)].slice(0, 1));
  const stated = [
    ...findStatedTexts(document),
    ...metas.map((meta) => meta.getAttribute('content') ?? ''),
    ...times.map((time) => time.getAttribute('datetime') ?? ''),
  ];
  for (const text of stated) {
    const atMs = parsePublicationTime(text, nowMs);
    if (atMs !== null) return atMs;
  }
  return null;
};
