import { type CryptoShare, type Role, RULES, type Rule, type Scene } from './evidence.ts';
import type { Candidate } from './find-candidates.ts';
import { type FormFacts, type FormIndex, type Gazetteer, TOPIC } from './gazetteer.ts';
import { findVenueId, type SubjectId } from './mention.ts';
import { NEVER, nameNeed, tickerNeed, WITH_SIGN } from './needs.ts';
import { findSpelling } from './spelt-out.ts';
import { isPrecededByCapital, readSurroundings, type Surroundings } from './surroundings.ts';
import { type LetterCase, letterCaseOf } from './tiers.ts';

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
interface Draft {
  readonly text: string;
  readonly candidate: Candidate;
  readonly facts: FormFacts;
  readonly surface: string;
  readonly letterCase: LetterCase;
  readonly needs: Readonly<Record<Role, number>>;
  readonly isVenue: boolean;
  previous: Draft | null;
  next: Draft | null;
  around: Surroundings | null;
  decision: Decision | null;
}

/** What the document as a whole says, as far as it has been decided. */
interface DocumentFacts {
  readonly cryptoShare: CryptoShare;
  readonly found: ReadonlySet<SubjectId>;
  /** Forms that stand somewhere with a sign that they are coins. */
  readonly introduced: ReadonlySet<FormIndex>;
  /** Letters that the document spells out as something else. */
  readonly speltOut: ReadonlySet<string>;
  /** Longer names that the document gives a ticker of their own, as `Little Pepe (LILPEPE)`. */
  readonly foreignNames: ReadonlySet<string>;
}

const MAX_GAP = 16;
const BESIDE = /^(?:['’]s)?\s{1,3}(?:\p{L}{2,12}\s)?[([“"‘']{0,2}[$#]?$|^\s?[([][$#]?$|^\s?[|:–—-]\s?$/u;
const LIST_GAP = /^[)\]]?\s?(?:,|\/|&|;|\||and|or|und|y|et|e|и|та|ve|,\s?and|,\s?or|plus|vs\.?)\s?[$#(]?$/u;

const sure = (draft: Draft): boolean => Math.min(draft.needs.name, draft.needs.ticker) <= 2;

const subjectsOf = (facts: FormFacts): readonly SubjectId[] => [facts.owner, ...facts.rivals];

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

const subjectsBeside = (draft: Draft): readonly SubjectId[] => [
  ...(draft.previous ? sharedSubjects(draft, draft.previous, gapBetween(draft.previous, draft)) : []),
  ...(draft.next ? sharedSubjects(draft, draft.next, gapBetween(draft, draft.next)) : []),
];

const isListedWith = (draft: Draft, other: Draft | null): boolean => {
  if (other === null || other.isVenue !== draft.isVenue || !(other.decision !== null || sure(other)))
    return false;
  const gap = other === draft.previous ? gapBetween(other, draft) : gapBetween(draft, other);
  return gap !== null && LIST_GAP.test(gap);
};

const OWN_TICKER = /^\s?\(\$?([A-Z][A-Z0-9]{2,11})\)/;

/** The name together with the capitalised word before it. */
const longerName = ({ around, surface }: Draft): string =>
  around !== null && isPrecededByCapital(around) ? `${around.previousWord} ${surface}` : '';

/** Names that are part of a longer one with a bracketed ticker which is not this coin's. */
const findForeignNames = (drafts: readonly Draft[]): ReadonlySet<string> => {
  const foreign = new Set<string>();
  for (const draft of drafts) {
    if (draft.needs.name === NEVER || draft.text[draft.candidate.end + 1] !== '(') continue;
    const ticker = OWN_TICKER.exec(draft.text.slice(draft.candidate.end, draft.candidate.end + 16))?.[1];
    const isOwn = subjectsBeside(draft).length > 0;
    if (ticker === undefined || isOwn) continue;
    draft.around ??= readSurroundings(draft.text, draft.candidate.start, draft.candidate.end);
    foreign.add(longerName(draft));
  }
  foreign.delete('');
  return foreign;
};

const sumOf = (rules: readonly Rule[]): number => rules.reduce((sum, rule) => sum + rule.points, 0);

/** How far the reading is above its need; null where the need is not met. */
const marginOf = (need: number, rules: readonly Rule[]): number | null => {
  const isSigned = rules.some((rule) => rule.isSign);
  if (need >= WITH_SIGN && !isSigned) return null;
  const margin = sumOf(need === 0 ? rules.filter((rule) => rule.points < 0) : rules) - need;
  return margin < 0 ? null : margin;
};

interface Reading {
  readonly role: Role;
  readonly subject: SubjectId;
  readonly margin: number;
  readonly rules: readonly Rule[];
}

const read = (
  draft: Draft,
  role: Role,
  subject: SubjectId,
  document: DocumentFacts,
  beside: readonly SubjectId[],
) => {
  const need = draft.needs[role];
  if (need === NEVER) return null;
  draft.around ??= readSurroundings(draft.text, draft.candidate.start, draft.candidate.end);
  const scene: Scene = {
    role,
    isVenue: findVenueId(subject) !== null,
    surface: draft.surface,
    letterCase: draft.letterCase,
    facts: draft.facts,
    around: draft.around,
    isGluedPair: draft.candidate.isGluedPair,
    isBesideOwnForm: beside.includes(subject),
    isListed: isListedWith(draft, draft.previous) || isListedWith(draft, draft.next),
    cryptoShare: document.cryptoShare,
    isFoundElsewhere: document.found.has(subject),
    isIntroduced: draft.letterCase !== 'lower' && document.introduced.has(draft.candidate.form),
    isForeignName: document.foreignNames.has(longerName(draft)),
    isSpeltOutOtherwise: document.speltOut.has(draft.surface),
  };
  const rules = RULES.filter((rule) => rule.holds(scene));
  const margin = marginOf(need, rules);
  return margin === null ? null : { role, subject, margin, rules };
};

/** The subject meant by the ticker: what stands beside it, else what the document names elsewhere, else the largest. */
const tickerSubject = (draft: Draft, document: DocumentFacts, beside: readonly SubjectId[]): SubjectId =>
  beside[0] ?? subjectsOf(draft.facts).find((id) => document.found.has(id)) ?? draft.facts.owner;

const better = (a: Reading | null, b: Reading | null): Reading | null =>
  b === null || (a !== null && a.margin >= b.margin) ? a : b;

const decide = (draft: Draft, document: DocumentFacts): Decision | null => {
  const beside = subjectsBeside(draft);
  const named = draft.isVenue ? draft.facts.owner : tickerSubject(draft, document, beside);
  const asName = read(draft, 'name', named, document, beside);
  const asTicker = read(draft, 'ticker', tickerSubject(draft, document, beside), document, beside);
  const reading = draft.letterCase === 'upper' ? better(asTicker, asName) : better(asName, asTicker);
  if (reading === null) return null;
  return {
    start: draft.candidate.start,
    end: draft.candidate.end,
    subject: reading.subject,
    role: draft.letterCase === 'upper' && draft.needs.ticker < NEVER ? 'ticker' : reading.role,
    evidence: reading.rules.filter((rule) => rule.points > 0).map((rule) => rule.name),
  };
};

const SIGN_BEFORE = /[$([]$/;
const SIGN_AFTER = /^\s?[([/]/;

/** Most candidates are everyday words in lower case. Without a sign beside them nothing could make them mentions. */
const isHopeless = (text: string, candidate: Candidate, lowest: number): boolean =>
  lowest >= WITH_SIGN &&
  !candidate.isGluedPair &&
  !SIGN_BEFORE.test(text.slice(Math.max(0, candidate.start - 1), candidate.start)) &&
  !SIGN_AFTER.test(text.slice(candidate.end, candidate.end + 2));

const toDraft = (gazetteer: Gazetteer, text: string, candidate: Candidate): Draft | null => {
  const facts = gazetteer.facts(candidate.form);
  const surface = text.slice(candidate.start, candidate.end);
  const letterCase = letterCaseOf(surface);
  const needs = {
    name: nameNeed(facts, letterCase, surface),
    ticker: candidate.isInflected ? NEVER : tickerNeed(facts, letterCase),
  };
  if (isHopeless(text, candidate, Math.min(needs.name, needs.ticker))) return null;
  return {
    text,
    candidate,
    facts,
    surface,
    letterCase,
    needs,
    isVenue: findVenueId(facts.owner) !== null,
    previous: null,
    next: null,
    around: null,
    decision: null,
  };
};

const draftsOf = (gazetteer: Gazetteer, { text, candidates }: ReadBlock): Draft[] => {
  const drafts: Draft[] = [];
  for (const candidate of candidates) {
    if (gazetteer.facts(candidate.form).owner === TOPIC) continue;
    const draft = toDraft(gazetteer, text, candidate);
    if (draft === null) continue;
    draft.previous = drafts.at(-1) ?? null;
    if (draft.previous !== null) draft.previous.next = draft;
    drafts.push(draft);
  }
  return drafts;
};

const UNITS_PER_HIT = 900;

/** Counts the words that only crypto texts use and the coins and exchanges that need no evidence. */
const shareOfCrypto = (
  gazetteer: Gazetteer,
  blocks: readonly ReadBlock[],
  drafts: readonly Draft[],
): CryptoShare => {
  const topics = blocks
    .flatMap((block) => block.candidates)
    .filter(({ form }) => gazetteer.facts(form).owner === TOPIC);
  const safe = drafts.filter((draft) => draft.needs.name === 0 || draft.needs.ticker === 0);
  const kinds = new Set([...topics.map(({ form }) => form), ...safe.map(({ candidate }) => candidate.form)])
    .size;
  const length = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const isDense = (topics.length + safe.length) * UNITS_PER_HIT >= length;
  if (kinds >= 3 && isDense) return 'much';
  return kinds >= 3 || (kinds >= 1 && isDense) ? 'some' : 'none';
};

/** Letters that a document spells out as something that is not their coin. */
const findSpeltOut = (drafts: readonly Draft[]): ReadonlySet<string> => {
  const speltOut = new Set<string>();
  for (const draft of drafts) {
    if (draft.letterCase !== 'upper') continue;
    const from = findSpelling(draft.text, draft.candidate.start, draft.candidate.end);
    const previous = draft.previous;
    const isOwnName =
      previous !== null &&
      from !== null &&
      previous.candidate.end > from &&
      subjectsOf(draft.facts).some((subject) => subjectsOf(previous.facts).includes(subject));
    if (from !== null && !isOwnName) speltOut.add(draft.surface);
  }
  return speltOut;
};

/** Coins found by forms that only they have: a form shared by several coins must not elect its own reading. */
const foundSubjects = (drafts: readonly Draft[]): ReadonlySet<SubjectId> => {
  const found = new Set<SubjectId>();
  for (const { decision, facts } of drafts) {
    if (decision !== null && (facts.rivals.length === 0 || decision.evidence[0] === 'name with ticker')) {
      found.add(decision.subject);
    }
  }
  return found;
};

const SIGNS: ReadonlySet<string> = new Set(RULES.filter((rule) => rule.isSign).map((rule) => rule.name));

const introducedForms = (drafts: readonly Draft[]): ReadonlySet<FormIndex> =>
  new Set(
    drafts
      .filter(({ decision }) => decision?.evidence.some((name) => SIGNS.has(name)))
      .map(({ candidate }) => candidate.form),
  );

/**
 * Chooses among candidates with the evidence of the whole document: first by what stands right there, then again with
 * the coins so found as further evidence. One list per block, in the order of the text.
 */
export const disambiguate = (
  gazetteer: Gazetteer,
  blocks: readonly ReadBlock[],
  title: ReadBlock,
): readonly (readonly Decision[])[] => {
  const perBlock = blocks.map((block) => draftsOf(gazetteer, block));
  const titleDrafts = draftsOf(gazetteer, title);
  const drafts = [...titleDrafts, ...perBlock.flat()];
  const cryptoShare = shareOfCrypto(gazetteer, [title, ...blocks], drafts);
  const speltOut = findSpeltOut(drafts);
  const foreignNames = findForeignNames(drafts);
  const local: DocumentFacts = {
    cryptoShare,
    speltOut,
    foreignNames,
    found: new Set(),
    introduced: new Set(),
  };
  for (const draft of drafts) draft.decision = decide(draft, local);
  const whole: DocumentFacts = {
    ...local,
    found: foundSubjects(drafts),
    introduced: introducedForms(drafts),
  };
  for (const draft of drafts) {
    if (draft.decision === null || draft.facts.rivals.length > 0) draft.decision = decide(draft, whole);
  }
  return perBlock.map((list) => list.flatMap(({ decision }) => (decision === null ? [] : [decision])));
};
