import * as v from 'valibot';

/** How asking a source can fail. `refused` is a no to this one request; `blocked` a no to this network. */
export const FailureCodeSchema = v.picklist([
  'offline',
  'timeout',
  'rate-limited',
  'blocked',
  'server-error',
  'refused',
  'bad-payload',
]);
export type FailureCode = v.InferOutput<typeof FailureCodeSchema>;

/**
 * Why a figure is missing. Shown to the reader beside the dash: an unknown figure is never 0 and never without a reason.
 * `pending`: asked for, no answer yet. `not-listed`: the source knows no such coin. `no-feed`: Margin Notes reads no
 * liquidations of this venue. `not-published`: the venue publishes none. `none-seen`: the venue was heard, and nothing of
 * this was in it. `streams-off`: the reader switched live streams off. `switched-off`: this source alone. The others are failures of the source.
 */
export const AbsenceSchema = v.picklist([
  'pending',
  'not-listed',
  'no-feed',
  'not-published',
  'none-seen',
  'streams-off',
  'switched-off',
  ...FailureCodeSchema.options,
]);
export type Absence = v.InferOutput<typeof AbsenceSchema>;
