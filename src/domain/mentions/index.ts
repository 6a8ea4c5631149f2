import { finish } from '../finish.ts';
import { disambiguate } from './disambiguate.ts';
import type { ReadBlock } from './draft.ts';
import { extendGazetteer, type NewCoin } from './extend-gazetteer.ts';
import { findCandidates } from './find-candidates.ts';
import { type Gazetteer, openGazetteer } from './gazetteer.ts';
import { groupMentions } from './group.ts';
import type { Mention, MentionContext } from './mention.ts';
import { packedGazetteer } from './packed-gazetteer.ts';

let opened: Gazetteer | null = null;

/** The table is opened when it is first needed: most pages that load the script have read nothing yet. */
const embeddedGazetteer = (): Gazetteer => {
  opened ??= openGazetteer(packedGazetteer);
  return opened;
};

/**
 * A document that is read block by block. Reading a block is cheap and judges nothing, so a page can read in slices
 * and add blocks as they appear; deciding weighs the evidence of all blocks read so far.
 */
export interface MentionScan {
  /** Reads one block and gives its number, counted from 0. */
  readonly readBlock: (text: string) => number;
  /** The mentions of every block read so far, one list per block, sorted and disjoint. */
  readonly decide: () => Mention[][];
  /** The same, and lets its caller pause it at every step. */
  readonly decideInSteps: () => Generator<void, Mention[][]>;
}

/** Starts a scan. `newCoins` are those listed after the embedded table was built, as `parseNewCoins` gives them. */
export const startMentionScan = (context: MentionContext, newCoins: readonly NewCoin[] = []): MentionScan => {
  const gazetteer = extendGazetteer(embeddedGazetteer(), newCoins);
  const blocks: ReadBlock[] = [];
  const read = (text: string): ReadBlock => ({ text, candidates: findCandidates(gazetteer, text) });
  const surroundings = [context.title ?? '', ...(context.tags ?? [])].map(read);
  function* decideInSteps(): Generator<void, Mention[][]> {
    const decided = yield* disambiguate(gazetteer, blocks, surroundings);
    return decided.map((decisions, block) => groupMentions(blocks[block]?.text ?? '', decisions));
  }
  return {
    readBlock: (text) => blocks.push(read(text)) - 1,
    decide: () => finish(decideInSteps()),
    decideInSteps,
  };
};

/**
 * Finds every coin and exchange in a document's blocks of text: one list per block, offsets in UTF-16 units into that
 * block, sorted and disjoint. A name with its ticker beside it (`Bitcoin (BTC)`, `Cardano’s ADA`) is one mention.
 */
export const findMentions = (
  blocks: readonly string[],
  context: MentionContext,
  newCoins: readonly NewCoin[] = [],
): Mention[][] => {
  const scan = startMentionScan(context, newCoins);
  for (const block of blocks) scan.readBlock(block);
  return scan.decide();
};
