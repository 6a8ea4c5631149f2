import * as v from 'valibot';
import { AbsenceSchema } from './absence.ts';

/** How one source is doing. `failure` is null while its last answer was good; `retryAtMs` is when it is asked again. */
export const SourceStateSchema = v.object({
  sourceId: v.string(),
  /** An exchange may be asked for both. */
  kind: v.optional(v.picklist(['prices', 'liquidations'])),
  lastGoodAtMs: v.nullable(v.number()),
  failure: v.nullable(AbsenceSchema),
  retryAtMs: v.nullable(v.number()),
});
export type SourceState = v.InferOutput<typeof SourceStateSchema>;
