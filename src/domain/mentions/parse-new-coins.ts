import * as v from 'valibot';
import { CoinIdSchema } from '../coins/coin.ts';
import type { NewCoin } from './extend-gazetteer.ts';

/** A coin as a list of CoinGecko names it. */
export const NewCoinSchema = v.object({
  id: CoinIdSchema,
  symbol: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20)),
  name: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(60)),
});

/** More than CoinGecko lists today, three times over: a longer answer is no list of coins. */
const MAX_LISTED = 60_000;

/**
 * The coins of an answer of CoinGecko that `isKnown` does not know, in the order given. Entries that are no coin are
 * left out; null when the answer as a whole is not a list of plausible length.
 */
export const parseNewCoins = (
  answer: unknown,
  isKnown: (id: string) => boolean,
): readonly NewCoin[] | null => {
  if (!Array.isArray(answer) || answer.length === 0 || answer.length > MAX_LISTED) return null;
  return answer.flatMap((entry: unknown) => {
    const parsed = v.safeParse(NewCoinSchema, entry);
    return parsed.success && !isKnown(parsed.output.id) ? [parsed.output] : [];
  });
};
