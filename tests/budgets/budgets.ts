/** A script or page of the built extension, and how large it may be with all that loads with it. In kB of 1,000 bytes. */
export interface Budget {
  readonly name: string;
  /** Path in the built extension. */
  readonly entry: string;
  readonly gzipKb: number;
  readonly rawKb: number;
  /** Of it code, without the table of coins. */
  readonly codeGzipKb: number;
  /** What it should be. A budget over its goal holds the size where it is, with a little air. */
  readonly goals?: { readonly gzipKb?: number; readonly codeGzipKb?: number };
  /** What stands in the way of a goal that is missed. */
  readonly limit?: string;
}

export const BUDGETS: readonly Budget[] = [
  {
    name: 'content script',
    entry: 'src/content/index.iife.js',
    gzipKb: 90,
    rawKb: 195,
    codeGzipKb: 41.5,
    goals: { gzipKb: 90, codeGzipKb: 30 },
    limit: 'the rules that tell coins from words in ten languages',
  },
  {
    name: 'second script',
    entry: 'src/content/details.iife.js',
    gzipKb: 73,
    rawKb: 192,
    codeGzipKb: 73,
  },
  {
    name: 'background',
    entry: 'service-worker-loader.js',
    gzipKb: 90,
    rawKb: 215,
    codeGzipKb: 55,
    goals: { gzipKb: 45 },
    limit: 'it knows every coin by name, for the search and for instruments; nine venues are the rest',
  },
  {
    name: 'popup',
    entry: 'src/popup/index.html',
    gzipKb: 34.5,
    rawKb: 95,
    codeGzipKb: 31,
    goals: { gzipKb: 30 },
    limit: 'its scripts alone come to 30; the page and its styles are the rest',
  },
  { name: 'options', entry: 'src/options/index.html', gzipKb: 76, rawKb: 180, codeGzipKb: 40 },
];
