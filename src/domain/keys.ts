import * as v from 'valibot';

const KeySchema = v.optional(v.pipe(v.string(), v.regex(/^[\w-]{0,100}$/)), '');

/**
 * The reader's own free keys; empty for none. They are kept apart from the settings: they stay on this machine and are
 * sent to their own host only.
 */
export const KeysSchema = v.object({ coingecko: KeySchema, coinalyze: KeySchema });
export type Keys = v.InferOutput<typeof KeysSchema>;

export const NO_KEYS: Keys = { coingecko: '', coinalyze: '' };
