import { type Draft, isUnmistakable, subjectsOf } from './draft.ts';
import { joinsList, wordInNameGap } from './gaps.ts';
import { hasHomonym } from './homonyms.ts';
import type { SubjectId } from './mention.ts';
import { NEVER } from './needs.ts';

const MAX_GAP = 16;

/** Sure enough to vouch for what is listed with it. */
const isSure = (draft: Draft): boolean => Math.min(draft.needs.name, draft.needs.ticker) <= 2;

const gapBetween = (left: Draft, right: Draft): string | null =>
  right.candidate.start - left.candidate.end > MAX_GAP
    ? null
    : left.text.slice(left.candidate.end, right.candidate.start);

/** Subjects that this candidate and its neighbour may both name, the one as a name and the other as a ticker. */
const sharedSubjects = (draft: Draft, other: Draft, gap: string | null): readonly SubjectId[] => {
  if (gap === null) return [];
  const hasBothRoles =
    (draft.needs.name < NEVER && other.needs.ticker < NEVER) ||
    (draft.needs.ticker < NEVER && other.needs.name < NEVER);
  const word = wordInNameGap(gap);
  if (!hasBothRoles || word === null) return [];
  // `NEAR PRICE NEAR YEARLY LOW`, `WOO-WOO`: the same letters twice explain nothing, save in brackets: `XRP (XRP)`.
  if (draft.surface === other.surface && !/[(（]/.test(gap)) return [];
  const theirs = subjectsOf(other.facts);
  return subjectsOf(draft.facts).filter((subject) => theirs.includes(subject));
};

/** Subjects that the draft shares with a name or ticker right beside it, found when first asked for. */
export const subjectsBeside = (draft: Draft): readonly SubjectId[] => {
  const { previous, next } = draft;
  draft.beside ??= [
    ...(previous ? sharedSubjects(draft, previous, gapBetween(previous, draft)) : []),
    ...(next ? sharedSubjects(draft, next, gapBetween(draft, next)) : []),
  ];
  return draft.beside;
};

/** `ICE and DOGE` may be two agencies: what has another sense vouches only once it has been found to be a coin. */
const vouches = (other: Draft, isCryptoText: boolean): boolean =>
  other.decision !== null ||
  (isCryptoText && isSure(other) && !hasHomonym(other.surface)) ||
  isUnmistakable(other);

const isListedWith = (draft: Draft, other: Draft | null, isCryptoText: boolean): boolean => {
  if (other === null || other.isVenue !== draft.isVenue || !vouches(other, isCryptoText)) return false;
  const gap = other === draft.previous ? gapBetween(other, draft) : gapBetween(draft, other);
  return gap !== null && joinsList(gap);
};

/** Whether a sure coin (or exchange, for an exchange) stands beside the draft in a list. */
export const isListed = (draft: Draft, isCryptoText: boolean): boolean =>
  isListedWith(draft, draft.previous, isCryptoText) || isListedWith(draft, draft.next, isCryptoText);

/** `Bybit adds`, `Coinbase to support`: whether an exchange stands a word or two before it. */
export const isAfterVenue = ({ candidate, previous }: Draft): boolean =>
  previous?.isVenue === true && candidate.start - previous.candidate.end <= MAX_GAP;

/** How far apart a name and its ticker still explain each other. */
const MAX_EXPLAINED = 160;

const isNear = (draft: Draft, other: Draft): boolean =>
  Math.abs(other.candidate.start - draft.candidate.start) < MAX_EXPLAINED;

const isOtherForm = (draft: Draft, other: Draft, subject: SubjectId): boolean =>
  other.decision?.subject === subject && other.candidate.form !== draft.candidate.form;

/** Whether the subject stands near in the same block by another of its forms: `Ontology goes on: ONT rose`. */
export const isExplainedNear = (draft: Draft, subject: SubjectId): boolean => {
  for (const side of ['previous', 'next'] as const)
    for (let other = draft[side]; other !== null && isNear(draft, other); other = other[side])
      if (isOtherForm(draft, other, subject)) return true;
  return false;
};
