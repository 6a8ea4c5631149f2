import { type Draft, subjectsOf } from './draft.ts';
import type { SubjectId } from './mention.ts';
import { NEVER } from './needs.ts';

const MAX_GAP = 16;
const BESIDE = /^(?:['’]s)?\s{1,3}(?:[A-Za-z]{2,12}\s)?[([“"‘']{0,2}[$#]?$|^\s?[([][$#]?$|^\s?[|:–—-]\s?$/;
const LIST_GAP = /^[)\]]?\s?(?:,|\/|&|;|\||and|or|und|y|et|e|и|та|ve|,\s?and|,\s?or|plus|vs\.?)\s?[$#(]?$/;

/** Sure enough to vouch for what is listed with it. */
const isSure = (draft: Draft): boolean => Math.min(draft.needs.name, draft.needs.ticker) <= 2;

const gapBetween = (left: Draft, right: Draft): string | null =>
  right.candidate.start - left.candidate.end > MAX_GAP
    ? null
    : left.text.slice(left.candidate.end, right.candidate.start);

/** Subjects that this candidate and its neighbour may both name, the one as a name and the other as a ticker. */
const sharedSubjects = (draft: Draft, other: Draft, gap: string | null): readonly SubjectId[] => {
  if (gap === null || !BESIDE.test(gap)) return [];
  const hasBothRoles =
    (draft.needs.name < NEVER && other.needs.ticker < NEVER) ||
    (draft.needs.ticker < NEVER && other.needs.name < NEVER);
  if (!hasBothRoles) return [];
  const theirs = subjectsOf(other.facts);
  return subjectsOf(draft.facts).filter((subject) => theirs.includes(subject));
};

/** Subjects that the draft shares with a name or ticker right beside it. */
export const subjectsBeside = (draft: Draft): readonly SubjectId[] => [
  ...(draft.previous ? sharedSubjects(draft, draft.previous, gapBetween(draft.previous, draft)) : []),
  ...(draft.next ? sharedSubjects(draft, draft.next, gapBetween(draft, draft.next)) : []),
];

const isListedWith = (draft: Draft, other: Draft | null): boolean => {
  if (other === null || other.isVenue !== draft.isVenue || !(other.decision !== null || isSure(other)))
    return false;
  const gap = other === draft.previous ? gapBetween(other, draft) : gapBetween(draft, other);
  return gap !== null && LIST_GAP.test(gap);
};

/** Whether a sure coin (or exchange, for an exchange) stands beside the draft in a list. */
export const isListed = (draft: Draft): boolean =>
  isListedWith(draft, draft.previous) || isListedWith(draft, draft.next);
