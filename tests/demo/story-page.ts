import { readFileSync } from 'node:fs';

const PUBLISHED_AGO_MS = 2 * 3_600_000;

const MARKET_LINES = {
  simulated: 'Its market is simulated: no figure on this page is real.',
  live: 'Its figures come from the public market APIs.',
} as const;

/** The demonstration story as a page, published two hours ago; its foot says what its market is. */
export const toStoryPage = (market: keyof typeof MARKET_LINES): string => {
  const published = new Date(Date.now() - PUBLISHED_AGO_MS);
  return readFileSync(new URL('story.html', import.meta.url), 'utf8')
    .replaceAll('{{published}}', published.toISOString())
    .replaceAll(
      '{{publishedText}}',
      published.toLocaleString('en-US', { dateStyle: 'long', timeStyle: 'short' }),
    )
    .replaceAll('{{market}}', MARKET_LINES[market]);
};
