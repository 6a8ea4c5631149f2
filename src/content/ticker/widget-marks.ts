/**
 * What every page with one of the widgets of widget-rules.ts has, and hardly another. Those rules come with the second
 * script: all pages would have to carry them.
 */
export const WIDGET_MARKS =
  '[class*=ccpw-],[class*=ccwca-],[id^=ccpw-],[id^=ccwca-],[class*=mcw],[class*=ccew_],[id^=coinmarketcap-widget],' +
  '[class*=widget-cryptocurrency],.tradingview-widget-container,#crypto-marquee,' +
  'gecko-coin-price-marquee-widget,coingecko-coin-price-marquee-widget,coin-stats-marquee-widget';
