/** A benchmark page: how many words it has, and in how many text nodes they stand. */
export interface PageSize {
  readonly name: 'S' | 'M' | 'L' | 'XL';
  readonly words: number;
  readonly nodes: number;
}

export const PAGE_SIZES: readonly PageSize[] = [
  { name: 'S', words: 800, nodes: 400 },
  { name: 'M', words: 6_000, nodes: 4_000 },
  { name: 'L', words: 60_000, nodes: 40_000 },
  { name: 'XL', words: 300_000, nodes: 200_000 },
];

export const toPageSize = (wanted: PageSize['name']): PageSize => {
  const size = PAGE_SIZES.find(({ name }) => name === wanted);
  if (!size) throw new Error(`no page ${wanted}`);
  return size;
};

const WORDS =
  `the of and to in a is that for it was on are as with be this have from by not but at or an they which one had their
  more will all been were can time there what about when up out so said its would into than them only some could
  these two may then do first any my now such like our over man me even most made after also did many before must
  through back years where much your way well down should because each just those people how too little state good
  very make world still own see men work long get here between both life being under never day same another know
  while last might us great old year off come since against go came right used take three market price report
  company growth bank rate near link flow core render stellar compound graph storm gas sand cake wave mask dash
  analysts investors traders week month quarter billion million percent fell rose gained lost higher lower trading
  session Monday Tuesday Friday January March October Federal Reserve Washington London Asia Europe America Street`
    .split(/\s+/)
    .filter((word) => word !== '');

const MENTIONS = [
  'Bitcoin (BTC)',
  'Ether',
  'Solana',
  'Cardano’s ADA',
  'XRP',
  'dogecoin',
  'Binance',
  'Coinbase',
  'Near Protocol (NEAR)',
  'BTC/USDT',
  'Avalanche',
  'Uniswap',
  'Kraken',
  '$SOL',
];

/** A mention for about every hundred and forty words, as in the long pages that the goals were measured on. */
const WORDS_PER_MENTION = 140;
const WORDS_PER_PARAGRAPH = 60;

/** A small generator of pseudo-random numbers in [0, 1): the pages must be the same on every machine. */
const seededRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

/** The body of a generated page: paragraphs of English words cut into short text nodes by links and emphasis. */
export const renderPage = ({ words, nodes }: PageSize): string => {
  const random = seededRandom(words);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const wordsPerNode = words / nodes;
  let html = '<p>';
  let inNode = 0;
  let isInline = false;
  for (let count = 1; count <= words; count += 1) {
    html += `${random() < 1 / WORDS_PER_MENTION ? pick(MENTIONS) : pick(WORDS)}${random() < 0.08 ? '. ' : ' '}`;
    inNode += 1;
    if (inNode >= wordsPerNode) {
      inNode -= wordsPerNode;
      html += isInline ? '</a>' : '<a href="#">';
      isInline = !isInline;
    }
    if (count % WORDS_PER_PARAGRAPH === 0) {
      html += `${isInline ? '</a>' : ''}</p><p>`;
      isInline = false;
    }
  }
  return `${html}${isInline ? '</a>' : ''}</p>`;
};
