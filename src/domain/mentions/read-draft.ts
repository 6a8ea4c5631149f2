import { type DocumentFacts, longerName } from './document-facts.ts';
import { aroundOf, type Decision, type Draft, isUnmistakable, subjectsOf } from './draft.ts';
import type { Role, Scene } from './evidence.ts';
import { RULES_AGAINST } from './evidence-against.ts';
import { RULES_FOR } from './evidence-for.ts';
import { hasHomonym } from './homonyms.ts';
import { findVenueId, type SubjectId } from './mention.ts';
import { NEVER, WITH_SIGN } from './needs.ts';
import { isAfterVenue, isExplainedNear, isListed, subjectsBeside } from './neighbours.ts';
import { isFollowedByCapital } from './surroundings.ts';
import { TOKEN_WORDS } from './trade-words.ts';

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

/** `$ADA` says nothing of `Ada`, which is no name of the coin; `THETA/BTC` says what `Theta` is. */
const isIntroduced = (draft: Draft, { introduced }: DocumentFacts): boolean =>
  draft.letterCase !== 'lower' &&
  (introduced.has(draft.surface) ||
    (draft.needs.name < WITH_SIGN && introduced.has(draft.surface.toUpperCase())));

const sceneOf = (
  draft: Draft,
  role: Role,
  subject: SubjectId,
  document: DocumentFacts,
  beside: readonly SubjectId[],
): Scene => ({
  role,
  isVenue: findVenueId(subject) !== null,
  surface: draft.surface,
  letterCase: draft.letterCase,
  isUncased: draft.isUncased,
  facts: draft.facts,
  around: aroundOf(draft),
  isGluedPair: draft.candidate.isGluedPair,
  isInflected: draft.candidate.isInflected,
  isBesideOwnForm: beside.includes(subject),
  isListed: isListed(draft, document.cryptoShare !== 'none'),
  isAfterVenue: isAfterVenue(draft),
  isInCryptoLine: draft.isInCryptoLine,
  cryptoShare: document.cryptoShare,
  isFoundElsewhere: document.found.has(subject),
  isIntroduced: isIntroduced(draft, document),
  isExplainedNear: document.found.has(subject) && isExplainedNear(draft, subject),
  isForeignName: document.foreignNames.size > 0 && document.foreignNames.has(longerName(draft)),
  isSpeltOutOtherwise: document.speltOut.has(draft.surface),
});

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
const saysToken = (draft: Draft): boolean =>
  draft.text[draft.candidate.start - 1] === '$' || TOKEN_WORDS.has(aroundOf(draft).adjoiningAfter);

/** The subject meant by the ticker: what stands beside it, else what the document names elsewhere, else the largest. */
const tickerSubject = (draft: Draft, document: DocumentFacts, beside: readonly SubjectId[]): SubjectId => {
  if (beside[0] !== undefined) return beside[0];
  const [owner, rival] = subjectsOf(draft.facts);
  if (draft.isVenue && rival !== undefined) return saysToken(draft) ? rival : draft.facts.owner;
  return subjectsOf(draft.facts).find((id) => document.found.has(id)) ?? owner ?? draft.facts.owner;
};

const ODD_NEIGHBOURS = '_/\\@-`{';

const isOdd = (unit: string): boolean => unit !== '' && ODD_NEIGHBOURS.includes(unit);

/** Whether nothing stands near or in the document that a rule would have to look at. */
const isBeyondDoubt = (draft: Draft, document: DocumentFacts): boolean =>
  draft.facts.rivals.length === 0 &&
  document.foreignNames.size === 0 &&
  !draft.candidate.isGluedPair &&
  !hasHomonym(draft.surface) &&
  !(
    draft.letterCase === 'title' &&
    draft.facts.prominence !== 'large' &&
    isFollowedByCapital(aroundOf(draft))
  ) &&
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

/** The better supported reading of a draft, or null where none has the evidence it needs: in doubt, no note. */
export const decide = (draft: Draft, document: DocumentFacts): Decision | null => {
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
