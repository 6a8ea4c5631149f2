import { message } from './strings.ts';

/**
 * Names or reasons as a list: `Bybit, Binance, Gate`. The separator is a text of the language: `Intl.ListFormat` for units sets
 * nothing between names in Chinese, and an “and” before the last in German.
 */
export const toListText = (parts: readonly string[]): string => parts.join(message('listSeparator'));

/** Facts beside each other, `full 24 h · 12 sec`: a line may end with the dot, and never begins with it. */
export const toDottedText = (parts: readonly string[]): string => parts.join('\u00A0· ');
