import { type CryptoShare, type Role, RULES_AGAINST, RULES_FOR, type Scene } from './evidence.ts';
import type { Candidate } from './find-candidates.ts';
import { type FormFacts, type FormIndex, type Gazetteer, TOPIC } from './gazetteer.ts';
import { hasHomonym } from './homonyms.ts';
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
const BESIDE = /^(?:['’]s)?\s{1,3}(?:[A-Za-z]{2,12}\s)?[([“"‘']{0,2}[$#]?$|^\s?[([][$#]?$|^\s?[|:–—-]\s?$/;
const LIST_GAP = /^[)\]]?\s?(?:,|\/|&|;|\||and|or|und|y|et|e|и|та|ve|,\s?and|,\s?or|plus|vs\.?)\s?[$#(]?$/;

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

/** The reason of a form that is only ever its subject. */
const UNMISTAKABLE = 'unmistakable form';

interface Reading {
  readonly role: Role;
  readonly subject: SubjectId;
  readonly evidence: readonly string[];
}

const objectionsTo = (scene: Scene): number =>
  RULES_AGAINST.reduce((sum, rule) => (rule.holds(scene) ? sum - rule.points : sum), 0);

/**
 * The names of the rules that carry a reading, strongest first, or null where they do not. Only as many reasons are
 * sought as it needs, and what speaks against it is looked for only once it would otherwise stand: most do not.
 */
const weigh = (scene: Scene, need: number): readonly string[] | null => {
  let missing = need;
  let isSigned = need < WITH_SIGN;
  let isContested = false;
  const evidence: string[] = [];
  for (const rule of RULES_FOR) {
    if (missing <= 0 && isSigned && !isContested) {
      missing += objectionsTo(scene);
      isContested = true;
    }
    if (missing <= 0 && isSigned && !rule.isSign) break;
    if (!rule.holds(scene)) continue;
    missing -= rule.points;
    isSigned ||= rule.isSign === true;
    evidence.push(rule.name);
  }
  if (missing <= 0 && !isContested) missing += objectionsTo(scene);
  if (missing > 0 || !isSigned) return null;
  return need === 0 ? [...evidence, UNMISTAKABLE] : evidence;
};

const sceneOf = (
  draft: Draft,
  role: Role,
  subject: SubjectId,
  document: DocumentFacts,
  beside: readonly SubjectId[],
): Scene => {
  draft.around ??= readSurroundings(draft.text, draft.candidate.start, draft.candidate.end);
  return {
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
    isForeignName: document.foreignNames.size > 0 && document.foreignNames.has(longerName(draft)),
    isSpeltOutOtherwise: document.speltOut.has(draft.surface),
  };
};

const read = (
  draft: Draft,
  role: Role,
  subject: SubjectId,
  document: DocumentFacts,
  beside: readonly SubjectId[],
): Reading | null => {
  const need = draft.needs[role];
  if (need === NEVER) return null;
  const evidence = weigh(sceneOf(draft, role, subject, document, beside), need);
  return evidence === null ? null : { role, subject, evidence };
};

/** `HTX token`, `$HTX`: what an exchange and its token share is the token only where the text says so. */
const saysToken = ({ text, candidate }: Draft): boolean =>
  text[candidate.start - 1] === '$' ||
  /^\s(?:token|coin)\b/i.test(text.slice(candidate.end, candidate.end + 8));

/** The subject meant by the ticker: what stands beside it, else what the document names elsewhere, else the largest. */
const tickerSubject = (draft: Draft, document: DocumentFacts, beside: readonly SubjectId[]): SubjectId => {
  if (beside[0] !== undefined) return beside[0];
  const [owner, rival] = subjectsOf(draft.facts);
  if (draft.isVenue && rival !== undefined) return saysToken(draft) ? rival : draft.facts.owner;
  return subjectsOf(draft.facts).find((id) => document.found.has(id)) ?? owner ?? draft.facts.owner;
};

/** A form that is only ever this subject. */
const isUnmistakable = (draft: Draft): boolean => draft.needs.name === 0 || draft.needs.ticker === 0;

const ODD_NEIGHBOURS = '_/\\@-`{';

const isOdd = (unit: string): boolean => unit !== '' && ODD_NEIGHBOURS.includes(unit);

/** Whether nothing stands near or in the document that a rule would have to look at. */
const isBeyondDoubt = (draft: Draft, document: DocumentFacts): boolean =>
  draft.facts.rivals.length === 0 &&
  document.foreignNames.size === 0 &&
  !draft.candidate.isGluedPair &&
  !hasHomonym(draft.surface) &&
  !document.speltOut.has(draft.surface) &&
  !isOdd(draft.text.charAt(draft.candidate.start - 1)) &&
  !isOdd(draft.text.charAt(draft.candidate.end));

/** The short way for the most common case: a form that is only ever this subject, with nothing odd beside it. */
const decideUnmistakable = (draft: Draft, beside: readonly SubjectId[]): Decision => {
  const evidence = [
    ...(draft.text[draft.candidate.start - 1] === '$' ? ['cashtag'] : []),
    ...(beside.length > 0 ? ['name with ticker'] : []),
    UNMISTAKABLE,
  ];
  return {
    start: draft.candidate.start,
    end: draft.candidate.end,
    subject: draft.facts.owner,
    role:
      draft.needs.ticker === 0 || (draft.letterCase === 'upper' && draft.needs.ticker < NEVER)
        ? 'ticker'
        : 'name',
    evidence,
  };
};

const decide = (draft: Draft, document: DocumentFacts): Decision | null => {
  const beside = subjectsBeside(draft);
  if (isUnmistakable(draft) && isBeyondDoubt(draft, document)) return decideUnmistakable(draft, beside);
  const subject = tickerSubject(draft, document, beside);
  const readAs = (role: Role) => read(draft, role, subject, document, beside);
  const reading =
    draft.letterCase === 'upper'
      ? (readAs('ticker') ?? readAs('name'))
      : (readAs('name') ?? readAs('ticker'));
  if (reading === null) return null;
  const isTicker = draft.letterCase === 'upper' && draft.needs.ticker < NEVER;
  return {
    start: draft.candidate.start,
    end: draft.candidate.end,
    subject: reading.subject,
    role: isTicker ? 'ticker' : reading.role,
    evidence: reading.evidence,
  };
};

const toDraft = (gazetteer: Gazetteer, text: string, candidate: Candidate): Draft => {
  const facts = gazetteer.facts(candidate.form);
  const surface = text.slice(candidate.start, candidate.end);
  const letterCase = letterCaseOf(surface);
  const needs = {
    name: nameNeed(facts, letterCase, surface),
    ticker: candidate.isInflected ? NEVER : tickerNeed(facts, letterCase),
  };
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
    draft.previous = drafts.at(-1) ?? null;
    if (draft.previous !== null) draft.previous.next = draft;
    drafts.push(draft);
  }
  return drafts;
};

const UNITS_PER_HIT = 900;
const UNITS_PER_HIT_IN_SHORT_TEXT = 300;

/** Counts the words that only crypto texts use and the coins and exchanges that need no evidence. */
const shareOfCrypto = (
  gazetteer: Gazetteer,
  blocks: readonly ReadBlock[],
  drafts: readonly Draft[],
): CryptoShare => {
  const topics = blocks
    .flatMap((block) => block.candidates)
    .filter(({ form }) => gazetteer.facts(form).owner === TOPIC);
  const safe = drafts.filter(isUnmistakable);
  const kinds = new Set([...topics.map(({ form }) => form), ...safe.map(({ candidate }) => candidate.form)])
    .size;
  const length = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const hits = topics.length + safe.length;
  const isDense = hits * UNITS_PER_HIT >= length;
  const isVeryDense = hits * UNITS_PER_HIT_IN_SHORT_TEXT >= length;
  if ((kinds >= 3 && isDense) || (kinds >= 2 && isVeryDense)) return 'much';
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

const SIGNS: ReadonlySet<string> = new Set(RULES_FOR.filter((rule) => rule.isSign).map((rule) => rule.name));

const introducedForms = (drafts: readonly Draft[]): ReadonlySet<FormIndex> =>
  new Set(
    drafts
      .filter(({ decision }) => decision?.evidence.some((name) => SIGNS.has(name)))
      .map(({ candidate }) => candidate.form),
  );

/** Whether what the document has shown by now can alter how a candidate was first read. */
const mayChange = (draft: Draft, document: DocumentFacts): boolean => {
  if (draft.facts.rivals.length > 0) return true;
  if (draft.decision !== null) return false;
  return (
    document.found.has(draft.facts.owner) ||
    document.introduced.has(draft.candidate.form) ||
    Boolean(draft.previous?.decision ?? draft.next?.decision)
  );
};

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
    if (mayChange(draft, whole)) draft.decision = decide(draft, whole);
  }
  return perBlock.map((list) => list.flatMap(({ decision }) => (decision === null ? [] : [decision])));
};
