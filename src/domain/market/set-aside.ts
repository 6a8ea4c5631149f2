import * as v from 'valibot';

/** A source whose price of a coin is not believed, and how far it is from the others, as a fraction. */
export const SetAsideSchema = v.object({
  source: v.string(),
  priceUsd: v.number(),
  deviation: v.number(),
});
export type SetAside = v.InferOutput<typeof SetAsideSchema>;
