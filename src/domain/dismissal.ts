import * as v from 'valibot';
import type { Mention } from './mentions/mention.ts';

const DismissalSchema = v.object({
  /** The words, in lower case. */
  surface: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  /** What they do not mean: a coin id, or `venue:<id>`. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** The site, by host name. */
  host: v.pipe(v.string(), v.minLength(1), v.maxLength(253)),
  atMs: v.pipe(v.number(), v.finite()),
});
/** "Not this coin": on that site these words are no mention of it. */
export type Dismissal = v.InferOutput<typeof DismissalSchema>;

export const DismissalsSchema = v.array(DismissalSchema);

/** The oldest go first: a list without end would not fit the browser's sync. */
const MOST_DISMISSALS = 200;

export const toDismissalsWith = (list: readonly Dismissal[], added: Dismissal): Dismissal[] =>
  [...toDismissalsWithout(list, added), added].slice(-MOST_DISMISSALS);

export const toDismissalsWithout = (list: readonly Dismissal[], gone: Dismissal): Dismissal[] =>
  list.filter(({ surface, id, host }) => surface !== gone.surface || id !== gone.id || host !== gone.host);

export const isDismissed = (
  list: readonly Dismissal[],
  { surface, id }: Pick<Mention, 'surface' | 'id'>,
  host: string,
): boolean => {
  const words = surface.toLowerCase();
  return list.some((each) => each.surface === words && each.id === id && each.host === host);
};
