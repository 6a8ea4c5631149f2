import * as v from 'valibot';

const AlertFiringSchema = v.object({
  /** When the reader was told, and of what figure. */
  firedAtMs: v.number(),
  value: v.number(),
  sourceIds: v.array(v.string()),
  /** The time of the figure. */
  atMs: v.number(),
});
/** One time that an alert's condition came true. `value`: see `AlertReading`. */
export type AlertFiring = v.InferOutput<typeof AlertFiringSchema>;

const AlertStateSchema = v.object({
  /** The alert's own when this was seen. */
  armedAtMs: v.number(),
  /** The figure was seen where the condition is not true: from there it can come true. */
  isReady: v.boolean(),
  lastFiring: v.nullable(AlertFiringSchema),
});
export type AlertState = v.InferOutput<typeof AlertStateSchema>;

/** What was seen of each alert on this machine, by its id. */
export const AlertStatesSchema = v.record(v.string(), AlertStateSchema);
export type AlertStates = v.InferOutput<typeof AlertStatesSchema>;
