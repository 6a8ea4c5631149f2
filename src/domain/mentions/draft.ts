import type { Candidate } from './candidate.ts';
import type { Role } from './evidence.ts';
import { type FormFacts, type Gazetteer, TOPIC } from './gazetteer.ts';
import { findVenueId, type SubjectId } from './mention.ts';
import { NEVER, nameNeed, tickerNeed, uncasedNeed } from './needs.ts';
import { readSurroundings, type Surroundings } from './surroundings.ts';
import { type LetterCase, letterCaseOf } from './tiers.ts';
import { isUncased } from './uncased.ts';

/** A block with its candidates, as the scan leaves it. */
export interface ReadBlock {
  readonly text: string;
  readonly candidates: readonly Candidate[];
}

/** A candidate that has been given a subject, with the reasons. */
export interface Decision {
  readonly start: number;
  readonly end: number;
  readonly subject: SubjectId;
  readonly role: Role;
  readonly evidence: readonly string[];
}

/** A candidate on its way to a decision. */
export interface Draft {
  readonly text: string;
  readonly candidate: Candidate;
  readonly facts: FormFacts;
  readonly surface: string;
  /** `mixed` in a text without capitals, which can be any. */
  readonly letterCase: LetterCase;
  readonly isUncased: boolean;
  readonly needs: Readonly<Record<Role, number>>;
  readonly isVenue: boolean;
  /** Its block is as short as a headline, and names crypto or a sure coin besides it. */
  isInCryptoLine: boolean;
  previous: Draft | null;
  next: Draft | null;
  around: Surroundings | null;
  beside: readonly SubjectId[] | null;
  decision: Decision | null;
}

/** Every subject that a form may name, the likeliest first. */
export const subjectsOf = (facts: FormFacts): readonly SubjectId[] => [facts.owner, ...facts.rivals];

/** A form that is only ever this subject. */
export const isUnmistakable = (draft: Draft): boolean => draft.needs.name === 0 || draft.needs.ticker === 0;

/** The text around a draft, cut when first asked for. */
export const aroundOf = (draft: Draft): Surroundings => {
  draft.around ??= readSurroundings(draft.text, draft.candidate.start, draft.candidate.end);
  return draft.around;
};

const toDraft = (gazetteer: Gazetteer, text: string, candidate: Candidate, isUncased: boolean): Draft => {
  const facts = gazetteer.facts(candidate.form);
  const surface = text.slice(candidate.start, candidate.end);
  const written = letterCaseOf(surface);
  const ticker = isUncased ? uncasedNeed(facts, tickerNeed(facts, 'upper')) : tickerNeed(facts, written);
  const needs = {
    name: isUncased
      ? Math.min(nameNeed(facts, written, surface), uncasedNeed(facts, nameNeed(facts, 'title', surface)))
      : nameNeed(facts, written, surface),
    ticker: candidate.isInflected ? NEVER : ticker,
  };
  return {
    text,
    candidate,
    facts,
    surface,
    letterCase: isUncased ? 'mixed' : written,
    isUncased,
    needs,
    isVenue: findVenueId(facts.owner) !== null,
    isInCryptoLine: false,
    previous: null,
    next: null,
    around: null,
    beside: null,
    decision: null,
  };
};

const LONGEST_HEADLINE = 160;

/** Drafts of a block's candidates, in order and linked to their neighbours; words that only tell a topic are left out. */
export const draftsOf = (gazetteer: Gazetteer, { text, candidates }: ReadBlock): Draft[] => {
  const drafts: Draft[] = [];
  const isSmall = candidates.length > 0 && isUncased(text);
  for (const candidate of candidates) {
    if (gazetteer.facts(candidate.form).owner === TOPIC) continue;
    const draft = toDraft(gazetteer, text, candidate, isSmall);
    draft.previous = drafts.at(-1) ?? null;
    if (draft.previous !== null) draft.previous.next = draft;
    drafts.push(draft);
  }
  if (text.length <= LONGEST_HEADLINE) {
    const isNamed = drafts.length < candidates.length;
    const sure = drafts.filter(isUnmistakable);
    for (const draft of drafts) draft.isInCryptoLine = isNamed || sure.some((other) => other !== draft);
  }
  return drafts;
};
