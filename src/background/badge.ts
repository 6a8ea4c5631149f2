import browser from 'webextension-polyfill';
import type { CoinId } from '../domain/coins/coin.ts';
import { findCoin } from '../domain/coins/coin-table.ts';
import { formatBadge, formatChange, formatPrice } from '../domain/format.ts';
import { formatTimeOfDay } from '../domain/format-time.ts';
import { toFreshness } from '../domain/market/freshness.ts';
import type { Money } from '../domain/market/money.ts';
import type { Quote } from '../domain/market/quote.ts';
import type { Settings } from '../domain/settings.ts';
import type { CoinReading } from '../platform/protocol.ts';
import { absenceMessage } from '../ui/absence-message.ts';
import { uiLocale } from '../ui/locale.ts';
import { toSourceName } from '../ui/source-name.ts';
import { message } from '../ui/strings.ts';
import type { Quotes } from './quotes.ts';

const GREEN = '#1a7f4b';
const RED = '#c0392b';
const GREY = '#6b7280';

/** What stands on the toolbar button. */
export interface Badge {
  readonly text: string;
  readonly colour: string;
  readonly title: string;
}

const NO_BADGE = { text: '', colour: GREY } as const;

const toColour = ({ change24h }: Quote, isLive: boolean, risingColour: Settings['risingColour']): string => {
  if (!isLive || change24h === null || change24h === 0) return GREY;
  return change24h > 0 === (risingColour === 'green') ? GREEN : RED;
};

/** The price of the coin with its source and time in the title; no figure when there is none, and then the reason. */
export const toBadge = (
  { coinId, quote, absence }: CoinReading,
  money: Money,
  risingColour: Settings['risingColour'],
  nowMs: number,
): Badge => {
  const name = findCoin(coinId)?.name ?? quote?.name ?? coinId;
  if (!quote)
    return { ...NO_BADGE, title: message('badgeUnknown', name, absenceMessage(absence ?? 'pending')) };
  const isLive = toFreshness('quote', quote.atMs, nowMs, quote.source) === 'live';
  const price = formatPrice(quote.priceUsd, money, uiLocale());
  const change = quote.change24h === null ? '—' : formatChange(quote.change24h, uiLocale());
  const time = formatTimeOfDay(quote.atMs, uiLocale());
  return {
    text: formatBadge(quote.priceUsd * money.perUsd),
    colour: toColour(quote, isLive, risingColour),
    title: message(
      isLive ? 'badgeTitle' : 'badgeTitleOld',
      name,
      price,
      change,
      toSourceName(quote.source),
      time,
    ),
  };
};

const show = async ({ text, colour, title }: Badge): Promise<void> => {
  await browser.action.setBadgeBackgroundColor({ color: colour });
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
  await browser.action.setTitle({ title });
  await browser.action.setBadgeText({ text });
};

export interface BadgeParts {
  readonly quotes: Pick<Quotes, 'read' | 'readMoney'>;
  readonly now: () => number;
}

/** Draws the badge from what is known, without asking for anything; writes only what changed. */
export const createBadge = ({ quotes, now }: BadgeParts) => {
  let shown = '';
  /** One after the other: two badges must not mix. */
  let showing: Promise<void> = Promise.resolve();

  const read = async (coinId: CoinId, risingColour: Settings['risingColour']): Promise<Badge> => {
    const [reading = { coinId, quote: null, absence: null }] = await quotes.read([coinId]);
    return toBadge(reading, await quotes.readMoney(), risingColour, now());
  };

  return {
    async draw({ badgeCoin, risingColour }: Settings): Promise<void> {
      const badge = badgeCoin
        ? await read(badgeCoin, risingColour)
        : { ...NO_BADGE, title: message('extensionName') };
      const drawn = JSON.stringify(badge);
      if (drawn === shown) return;
      shown = drawn;
      // One that could not be shown must not keep the next from it.
      showing = showing.catch(() => undefined).then(() => show(badge));
      await showing;
    },
  };
};
