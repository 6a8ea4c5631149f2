import { type Role, RULES, type Rule, type Scene } from './evidence.ts';
import type { Candidate } from './find-candidates.ts';
import type { FormFacts, Gazetteer } from './gazetteer.ts';
import type { MentionContext, SubjectId } from './mention.ts';
import { readSurroundings, type Surroundings } from './surroundings.ts';
import { type LetterCase, letterCaseOf } from './tiers.ts';

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
  readonly isCashtag: boolean;
  readonly isPair: boolean;
  readonly evidence: readonly string[];
}

const NEVER = 1000;
const ONLY_WITH_SIGN = 6;

const nameNeed = (facts: FormFacts, letterCase: LetterCase): number => {
  const agrees =
    letterCase === facts.ownCase ||
    letterCase === 'upper' ||
    (facts.ownCase === 'lower' && letterCase === 'title');
  switch (facts.nameTier) {
    case '':
      return NEVER;
    case 'any-case':
      return facts.english !== '' && letterCase === 'lower' ? 3 : 0;
    case 'upper':
      return letterCase === 'upper' || letterCase === 'mixed' ? 1 : ONLY_WITH_SIGN;
    case 'exact-case':
      return agrees ? 1 : ONLY_WITH_SIGN;
    case 'exact-case+context':
      return agrees ? 4 : ONLY_WITH_SIGN;
    case 'context':
      return agrees ? 5 : ONLY_WITH_SIGN;
    default:
      return ONLY_WITH_SIGN;
  }
};

const tickerNeed = (facts: FormFacts, letterCase: LetterCase): number => {
  if (facts.tickerTier === '' || facts.tickerTier === 'never') return NEVER;
  if (facts.tickerTier === 'any-case') return 0;
  if (letterCase !== 'upper' && letterCase !== 'mixed') return ONLY_WITH_SIGN;
  switch (facts.tickerTier) {
    case 'upper':
      return facts.place < 300 ? 2 : 4;
    case 'upper+context':
      return 4;
    case 'context':
      return 5;
    default:
      return ONLY_WITH_SIGN;
  }
};

interface Draft {
  readonly block: number;
  readonly index: number;
  readonly candidate: Candidate;
  readonly facts: FormFacts;
  readonly surface: string;
  readonly letterCase: LetterCase;
  readonly around: Surroundings;
}

const TOPIC = 'topic:crypto';
const BESIDE = /^(?:['’]s)?\s{1,3}(?:token|coin)?\s?[([“"']{0,2}\$?$|^\s?[([]\s?\$?$/u;
const LIST_GAP = /^[)\]]?\s?(?:,|\/|&|;|\||and|or|,\s?and|plus)\s?[$#(]?(?:and\s)?$/u;

const isSettled = (draft: Draft): boolean =>
  Math.min(nameNeed(draft.facts, draft.letterCase), tickerNeed(draft.facts, draft.letterCase)) <= 2;

const subjectsOf = (facts: FormFacts): readonly SubjectId[] => [facts.owner, ...facts.rivals];

interface Neighbourhood {
  readonly previous: Draft | undefined;
  readonly next: Draft | undefined;
  readonly text: string;
}

const gapBetween = (text: string, left: Draft, right: Draft): string =>
  right.candidate.start - left.candidate.end > 16
    ? '\0'
    : text.slice(left.candidate.end, right.candidate.start);

/** Subjects that a neighbouring name and ticker share. */
const sharedWith = (draft: Draft, other: Draft | undefined, gap: string): readonly SubjectId[] => {
  if (other === undefined || !BESIDE.test(gap)) return [];
  const theirs = subjectsOf(other.facts);
  const hasBothRoles =
    (draft.facts.nameTier !== '' && other.facts.tickerTier !== '') ||
    (draft.facts.tickerTier !== '' && other.facts.nameTier !== '');
  return hasBothRoles ? subjectsOf(draft.facts).filter((subject) => theirs.includes(subject)) : [];
};

const isListed = (draft: Draft, near: Neighbourhood): boolean =>
  [near.previous, near.next].some((other) => {
    if (other === undefined || !isSettled(other) || other.facts.owner.startsWith('venue:')) return false;
    const [left, right] = other === near.previous ? [other, draft] : [draft, other];
    return LIST_GAP.test(gapBetween(near.text, left, right));
  });

const balance = (scene: Scene): { readonly points: number; readonly rules: readonly Rule[] } => {
  const rules = RULES.filter((rule) => rule.holds(scene));
  return { points: rules.reduce((sum, rule) => sum + rule.points, 0), rules };
};

const decide = (
  draft: Draft,
  near: Neighbourhood,
  cryptoText: 0 | 1 | 2,
  found: ReadonlySet<SubjectId>,
): Decision | null => {
  const shared = [
    ...sharedWith(draft, near.previous, near.previous ? gapBetween(near.text, near.previous, draft) : ''),
    ...sharedWith(draft, near.next, near.next ? gapBetween(near.text, draft, near.next) : ''),
  ];
  const subjects = subjectsOf(draft.facts);
  const subject = shared[0] ?? subjects.find((id) => found.has(id)) ?? draft.facts.owner;
  const isVenue = draft.facts.owner.startsWith('venue:');
  let best: { role: Role; subject: SubjectId; margin: number; rules: readonly Rule[] } | null = null;
  for (const role of ['name', 'ticker'] as const) {
    const need =
      role === 'name' ? nameNeed(draft.facts, draft.letterCase) : tickerNeed(draft.facts, draft.letterCase);
    if (need >= NEVER) continue;
    const reading = isVenue && role === 'name' ? draft.facts.owner : subject;
    const scene: Scene = {
      role,
      subject: reading,
      surface: draft.surface,
      letterCase: draft.letterCase,
      facts: draft.facts,
      around: draft.around,
      isGluedPair: draft.candidate.gluedQuoteEnd !== null,
      isBesideOwnOtherForm: shared.includes(reading),
      isInCoinList: isListed(draft, near),
      cryptoText,
      isFoundElsewhere: found.has(reading),
    };
    const { points, rules } = balance(scene);
    const against = rules.reduce((sum, rule) => sum + Math.min(0, rule.points), 0);
    const isSigned = rules.some((rule) => rule.isSign);
    const margin = need === 0 ? against : points - need;
    if (margin >= 0 && (need < ONLY_WITH_SIGN || isSigned) && (best === null || margin > best.margin))
      best = { role, subject: reading, margin, rules };
  }
  if (best === null) return null;
  const isTicker = draft.letterCase === 'upper' && draft.facts.tickerTier !== '';
  const names = best.rules.map((rule) => rule.name);
  return {
    start: draft.candidate.start,
    end: draft.candidate.end,
    subject: best.subject,
    role: isTicker ? 'ticker' : best.role,
    isCashtag: names.includes('cashtag'),
    isPair: names.includes('trading pair'),
    evidence: best.rules.filter((rule) => rule.points > 0).map((rule) => rule.name),
  };
};

const toDraft = (
  gazetteer: Gazetteer,
  text: string,
  block: number,
  candidate: Candidate,
  index: number,
): Draft => {
  const surface = text.slice(candidate.start, candidate.end);
  return {
    block,
    index,
    candidate,
    facts: gazetteer.facts(candidate.form),
    surface,
    letterCase: letterCaseOf(surface),
    around: readSurroundings(text, candidate.start, candidate.end),
  };
};

/** Chooses among candidates with the evidence of the whole document. One list per block, in the order of the text. */
export const disambiguate = (
  gazetteer: Gazetteer,
  blocks: readonly ReadBlock[],
  _context: MentionContext,
): readonly (readonly Decision[])[] => {
  const drafts = blocks.map(({ text, candidates }, block) =>
    candidates.map((candidate, index) => toDraft(gazetteer, text, block, candidate, index)),
  );
  const all = drafts.flat();
  const topics = all.filter((draft) => draft.facts.owner === TOPIC).length;
  const safe = all.filter(
    (draft) =>
      draft.facts.owner !== TOPIC &&
      Math.min(nameNeed(draft.facts, draft.letterCase), tickerNeed(draft.facts, draft.letterCase)) === 0,
  ).length;
  const cryptoText = topics + safe >= 4 ? 2 : topics + safe >= 1 ? 1 : 0;
  const round = (found: ReadonlySet<SubjectId>) =>
    drafts.map((list, block) => {
      const named = list.filter((draft) => draft.facts.owner !== TOPIC);
      return named.flatMap((draft, at) => {
        const decision = decide(
          draft,
          { previous: named[at - 1], next: named[at + 1], text: blocks[block]?.text ?? '' },
          cryptoText,
          found,
        );
        return decision === null ? [] : [decision];
      });
    });
  const first = round(new Set());
  return round(new Set(first.flat().map((decision) => decision.subject)));
};
