import type { TickerShape } from './dead-tickers.ts';

/** A kind of price widget, and how one that lives is told from one that never got its coins. */
export interface WidgetRule {
  /** The widget's own element. */
  readonly widget: string;
  /** What only a widget with coins has inside. */
  readonly coins: string;
  readonly shape: TickerShape;
}

/** The free "Cryptocurrency Widgets" plugin for WordPress and its CoinGecko sister build the same under two prefixes. */
const ofBothEditions = (selector: string): string => `${selector}, ${selector.replaceAll('ccpw', 'ccwca')}`;

/** Read in the public sources of the widgets; see the shapes of each in the fixtures of the tests. */
export const WIDGET_RULES: readonly WidgetRule[] = [
  {
    widget: ofBothEditions('.ccpw-ticker-cont'),
    coins: 'li:not(.ccpw-ticker-credit, .ccwca-ticker-credit)',
    shape: 'marquee',
  },
  { widget: ofBothEditions('.ccpw-price-label'), coins: 'li', shape: 'label' },
  { widget: ofBothEditions('.ccpw-widget:has(> table.ccpw_table)'), coins: 'td', shape: 'list' },
  {
    widget: ofBothEditions('.currency_tabs[id^="ccpw-multicurrency"]'),
    coins: '.mtab-content',
    shape: 'list',
  },
  {
    widget: ofBothEditions('.ccpw-coinslist_wrapper'),
    coins: 'td:not(.dataTables_empty, [colspan])',
    shape: 'table',
  },
  {
    widget: '.elementor-widget-cryptocurrency-widget-addon',
    coins: ':not(.elementor-widget-container)',
    shape: 'marquee',
  },
  // CoolPlugins for Elementor: a skeleton stands until the coins come.
  { widget: '.ccew_html_container', coins: 'li, img, td, [class*="price"]', shape: 'list' },
  { widget: 'table.ccew_table_widget', coins: 'td:not([colspan])', shape: 'table' },
  // Blocksera's Widgets Pack, and Massive Cryptocurrency Widgets, which is built alike.
  { widget: '.mcwp-ticker, .mcw-ticker', coins: '.cc-coin', shape: 'marquee' },
  { widget: 'table.mcwp-datatable, table.mcw-datatable', coins: 'td:not([colspan])', shape: 'table' },
  { widget: '#coinmarketcap-widget-marquee', coins: '*', shape: 'marquee' },
  { widget: '#coinmarketcap-widget-coin-price-block', coins: '*', shape: 'label' },
  {
    widget:
      'gecko-coin-price-marquee-widget, coingecko-coin-price-marquee-widget, coin-stats-marquee-widget, #crypto-marquee',
    coins: '*',
    shape: 'marquee',
  },
  {
    widget: '.tradingview-widget-container:has(script[src*="embed-widget-ticker-tape"])',
    coins: 'iframe',
    shape: 'marquee',
  },
];
