import type { SubjectId } from '../../domain/mentions/mention.ts';
import type { Note } from '../annotate/note.ts';

export interface RankedSubject {
  readonly id: SubjectId;
  /** As the article first calls it. */
  readonly surface: string;
  readonly count: number;
}

/** Every coin and exchange of the article, the most mentioned first; of equal ones the one that is named first. */
export const rankSubjects = (notes: readonly Note[]): RankedSubject[] => {
  const bySubject = new Map<SubjectId, RankedSubject>();
  for (const { mention } of notes) {
    const known = bySubject.get(mention.id);
    bySubject.set(mention.id, {
      id: mention.id,
      surface: known?.surface ?? mention.surface,
      count: (known?.count ?? 0) + 1,
    });
  }
  return [...bySubject.values()].sort((one, other) => other.count - one.count);
};
