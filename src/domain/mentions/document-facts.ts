import { aroundOf, type Draft, isUnmistakable, type ReadBlock } from './draft.ts';
import type { CryptoShare } from './evidence.ts';
import { RULES_FOR } from './evidence-for.ts';
import { type FormIndex, type Gazetteer, TOPIC } from './gazetteer.ts';
import type { SubjectId } from './mention.ts';
import { NEVER } from './needs.ts';
import { subjectsBeside } from './neighbours.ts';
import { isSpeltOut } from './spelt-out.ts';
import { isPrecededByCapital } from './surroundings.ts';

/** What the document as a whole says, as far as it has been decided. */
export interface DocumentFacts {
  readonly cryptoShare: CryptoShare;
  readonly found: ReadonlySet<SubjectId>;
  /** Spellings that stand somewhere with a sign that they are coins: `$ADA` says nothing of `Ada`. */
  readonly introduced: ReadonlySet<string>;
  /** Letters that the document spells out as something else. */
  readonly speltOut: ReadonlySet<string>;
  /** Longer names that the document gives a ticker of their own, as `Little Pepe (LILPEPE)`. */
  readonly foreignNames: ReadonlySet<string>;
}

const UNITS_PER_HIT = 900;
const UNITS_PER_HIT_IN_SHORT_TEXT = 300;

const isLikely = ({ needs }: Draft): boolean => Math.min(needs.name, needs.ticker) <= 2;

/**
 * What needs no evidence, and what backs up itself: `Celestia` may be a probe and `TIA` anything, but a text that holds
 * both means the coin, and so does one that holds `Floki` beside a name that is nothing else.
 */
const safeDrafts = (drafts: readonly Draft[]): readonly Draft[] => {
  const likely = drafts.filter(isLikely);
  const names = new Set<FormIndex>();
  const formsOf = new Map<SubjectId, Set<FormIndex>>();
  for (const { candidate, facts } of likely) {
    if (facts.nameTier === 'any-case' && facts.english === '') names.add(candidate.form);
    formsOf.set(facts.owner, (formsOf.get(facts.owner) ?? new Set()).add(candidate.form));
  }
  const isBacked = ({ candidate, facts }: Draft): boolean =>
    (facts.nameTier === 'any-case' && names.size > (names.has(candidate.form) ? 1 : 0)) ||
    (formsOf.get(facts.owner)?.size ?? 0) > 1;
  return likely.filter((draft) => isUnmistakable(draft) || isBacked(draft));
};

/** Counts the words that only crypto texts use and the coins and exchanges that need no evidence. */
const shareOfCrypto = (
  gazetteer: Gazetteer,
  blocks: readonly ReadBlock[],
  drafts: readonly Draft[],
): CryptoShare => {
  const topics = blocks
    .flatMap((block) => block.candidates)
    .filter(({ form }) => gazetteer.facts(form).owner === TOPIC);
  const safe = safeDrafts(drafts);
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
    if (draft.letterCase !== 'upper' || subjectsBeside(draft).length > 0) continue;
    if (isSpeltOut(draft.text, draft.candidate.start, draft.candidate.end)) speltOut.add(draft.surface);
  }
  return speltOut;
};

const OWN_TICKER = /^\s?\(\$?[A-Z][A-Z0-9]{2,11}\)/;

/** The name together with the capitalised word before it. */
export const longerName = (draft: Draft): string => {
  const around = aroundOf(draft);
  return isPrecededByCapital(around) ? `${around.previousWord} ${draft.surface}` : '';
};

/** Names that are part of a longer one with a bracketed ticker which is not this coin's. */
const findForeignNames = (drafts: readonly Draft[]): ReadonlySet<string> => {
  const foreign = new Set<string>();
  for (const draft of drafts) {
    if (draft.needs.name === NEVER || draft.text[draft.candidate.end + 1] !== '(') continue;
    if (subjectsBeside(draft).length > 0) continue;
    const after = draft.text.slice(draft.candidate.end, draft.candidate.end + 16);
    if (OWN_TICKER.test(after)) foreign.add(longerName(draft));
  }
  foreign.delete('');
  return foreign;
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

const introducedSurfaces = (drafts: readonly Draft[]): ReadonlySet<string> =>
  new Set(
    drafts
      .filter(({ decision }) => decision?.evidence.some((name) => SIGNS.has(name)))
      .map(({ surface }) => surface),
  );

/** What can be said before anything is decided. */
export const firstFacts = (
  gazetteer: Gazetteer,
  blocks: readonly ReadBlock[],
  drafts: readonly Draft[],
): DocumentFacts => ({
  cryptoShare: shareOfCrypto(gazetteer, blocks, drafts),
  speltOut: findSpeltOut(drafts),
  foreignNames: findForeignNames(drafts),
  found: new Set(),
  introduced: new Set(),
});

/** The same with what the first decisions have found. */
export const withFound = (facts: DocumentFacts, drafts: readonly Draft[]): DocumentFacts => ({
  ...facts,
  found: foundSubjects(drafts),
  introduced: introducedSurfaces(drafts),
});
