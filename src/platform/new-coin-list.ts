import * as v from 'valibot';
import { AbsenceSchema } from '../domain/market/absence.ts';
import { NewCoinSchema } from '../domain/mentions/parse-new-coins.ts';
import { storedItem } from './stored-item.ts';

/** More cannot come of the pages that are asked for. */
const MOST_NEW_COINS = 500;
const NewCoinListSchema = v.object({
  attemptedAtMs: v.number(),
  failure: v.nullable(AbsenceSchema),
  coins: v.pipe(v.array(NewCoinSchema), v.maxLength(MOST_NEW_COINS)),
});
export type NewCoinList = v.InferOutput<typeof NewCoinListSchema>;

/** The coins that came among the largest after the embedded table was built. */
export const newCoinsItem = storedItem<NewCoinList>({
  key: 'mn-new-coins',
  area: 'local',
  version: 1,
  schema: NewCoinListSchema,
  fallback: { attemptedAtMs: 0, failure: null, coins: [] },
});
