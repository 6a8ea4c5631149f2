import { findTokenEnd } from './form-text.ts';
import { wordSet } from './word-set.ts';

/** What follows the bar of a pair: `SOL/USDT`. */
const QUOTE_LEGS = wordSet('usd usdt usdc busd fdusd eur euro gbp jpy krw try btc xbt eth bnb dai bitcoin');

/** What follows a hyphen only in a pair, `SOL-PERP`: a hyphen joins other words too. */
const HYPHENATED_LEGS = wordSet('usd usdt usdc busd eur krw perp btc eth swap');

/** Whether a text that follows a ticker goes on with what a pair is counted in. */
export const startsWithQuoteLeg = (after: string): boolean => {
  const at = after.charAt(0) === ' ' ? 1 : 0;
  const mark = after.charAt(at);
  if (mark === '' || !'/_-–'.includes(mark)) return false;
  const start = after.charAt(at + 1) === ' ' ? at + 2 : at + 1;
  const leg = after.slice(start, findTokenEnd(after, start)).toLowerCase();
  return mark === '/' || mark === '_' ? QUOTE_LEGS.has(leg) : at === 0 && HYPHENATED_LEGS.has(leg);
};
