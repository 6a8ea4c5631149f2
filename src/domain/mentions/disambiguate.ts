import { type DocumentFacts, firstFacts, withFound } from './document-facts.ts';
import { type Decision, type Draft, draftsOf, type ReadBlock } from './draft.ts';
import type { Gazetteer } from './gazetteer.ts';
import { decide } from './read-draft.ts';

/** Whether what the document has shown by now can alter how a candidate was first read. */
const mayChange = (draft: Draft, document: DocumentFacts): boolean => {
  if (draft.facts.rivals.length > 0) return true;
  if (draft.decision !== null) return false;
  return (
    document.found.has(draft.facts.owner) ||
    document.introduced.has(draft.surface) ||
    Boolean(draft.previous?.decision ?? draft.next?.decision)
  );
};

/**
 * Chooses among candidates with the evidence of the whole document: first by what stands right there, then again with
 * the coins so found as further evidence. `surroundings` are the page's title and tags: they give evidence and get no
 * mentions. One list per block, in the order of the text. May be paused at every step: of a long page it takes a while.
 */
export function* disambiguate(
  gazetteer: Gazetteer,
  blocks: readonly ReadBlock[],
  surroundings: readonly ReadBlock[],
): Generator<void, readonly (readonly Decision[])[]> {
  const perBlock: Draft[][] = [];
  for (const block of blocks) {
    perBlock.push(draftsOf(gazetteer, block));
    yield;
  }
  const drafts = [...surroundings.flatMap((block) => draftsOf(gazetteer, block)), ...perBlock.flat()];
  const local = firstFacts(gazetteer, [...surroundings, ...blocks], drafts);
  yield;
  for (const draft of drafts) {
    draft.decision = decide(draft, local);
    yield;
  }
  const whole = withFound(local, drafts);
  for (const draft of drafts) {
    if (mayChange(draft, whole)) draft.decision = decide(draft, whole);
    yield;
  }
  return perBlock.map((list) => list.flatMap(({ decision }) => (decision === null ? [] : [decision])));
}
