/** Where a rule holds: anywhere, if nothing is said. */
export interface Place {
  readonly within?: string;
  /** What else the page must hold, such as the scripts of a plugin. */
  readonly besides?: string;
}

interface SentenceRule extends Place {
  readonly text: string;
}

const PLUGIN_FILES =
  '[href*="cryptocurrency-price-ticker-widget"], [src*="cryptocurrency-price-ticker-widget"]';

/** What widgets print that have no coins, no data or no key for it, read in their public sources. */
export const SENTENCES: readonly SentenceRule[] = [
  // "Cryptocurrency Widgets" for WordPress: free edition and its CoinGecko sister, Pro, Pro without data.
  { text: 'You have not selected any currencies to display' },
  { text: 'You have not selected any currency to display' },
  { text: 'There is something wrong with the server', besides: PLUGIN_FILES },
  // The same and "Cryptocurrency Widgets For Elementor".
  ...['Coingecko', 'CoinGecko', 'CoinMarketCap', 'CoinCap'].map((source) => ({
    text: `Please enter ${source} Free Api Key to get this plugin works.`,
  })),
  { text: 'Please Select Coin', within: '.ccew_html_container' },
  // Blocksera's Widgets Pack.
  { text: 'No Coins Selected', within: '.crypto-404' },
];

/**
 * Whether a widget may say below `root` that it has no coins. Asks the browser for the whole text at once, which is far
 * cheaper than a walk from node to node.
 */
export const mayHoldSentence = (root: Node): boolean => {
  const text = root.textContent ?? '';
  return SENTENCES.some((rule) => text.includes(rule.text));
};
