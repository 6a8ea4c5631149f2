import { containsComposed } from '../read/composed-tree.ts';
import { markCutIn } from './cut-in.ts';

/**
 * A text node of the page that carries chips. The page's own node stays where it is and keeps the beginning of its text;
 * behind it follow, in turn, a chip and the text after it. As long as the page leaves it alone, `head.data` plus all
 * tails is the page's text. Replacing, wrapping or moving the node instead makes a React page go blank (measured).
 */
export interface SplitText {
  readonly head: Text;
  readonly parts: { readonly chip: Element; readonly tail: Text | null }[];
}

/** The split texts of one page, found by their head or by any of their tails. */
export interface SplitTexts {
  /** Puts a chip into the text behind `offset`. The node may be untouched, a head or a tail. */
  insert(node: Text, offset: number, chip: Element): void;
  /** The split text that a node is head or tail of, or null. */
  find(node: Node): SplitText | null;
  /** All below `root` that came apart, and all that left it. */
  findBroken(root: Element): SplitText[];
  /** Takes chips and tails away. `keep` gives the tails' text back to the page; `drop` is for a text written anew. */
  rejoin(split: SplitText, tails: 'keep' | 'drop'): void;
  /** Gives a head the text back that it held, and what the page added to the end of the whole. */
  grow(split: SplitText, before: string, added: string): void;
  all(): SplitText[];
}

const isInOrder = ({ head, parts }: SplitText): boolean => {
  let at: Node = head;
  for (const { chip, tail } of parts) {
    if (at.nextSibling !== chip) return false;
    at = chip;
    if (!tail) continue;
    if (at.nextSibling !== tail) return false;
    at = tail;
  }
  return true;
};

/** The text node right before the first chip when only text stands between the head and it: the page split the head. */
const findSplitEnd = ({ head, parts }: SplitText): Text | null => {
  const first = parts[0]?.chip;
  let at: Node = head;
  while (at.nextSibling instanceof Text) at = at.nextSibling;
  return first && at !== head && at.nextSibling === first ? (at as Text) : null;
};

/** The text that a page's `normalize()` merged the head into: it stands in the head's place, and ends with its words. */
const findMergedInto = ({ head, parts }: SplitText): Text | null => {
  const before = parts[0]?.chip.previousSibling;
  const isMerged = !head.isConnected && before instanceof Text && before.data.endsWith(head.data);
  return isMerged && head.data !== '' ? before : null;
};

/** What a page meant by writing a head: its text anew, a change within what it found there, or more of the same text. */
export type Intent =
  | { readonly kind: 'rewrite' | 'change' }
  | { readonly kind: 'growth'; readonly before: string; readonly added: string };

/** As much of a text's beginning as tells two texts apart. */
const START_LENGTH = 4;

const ENDS_SENTENCE = /[.!?…][)"'”’]*\s*$/;
const BEGINS_SENTENCE = /^\s*["'“‘(]?\p{Lu}/u;

/**
 * What a text got that now reads `before` and `rest`, and whose page may take it for `before` and `tails`; null when it
 * did not only grow. A framework writes all that it had and more. `data += …` writes what it found in the head and more:
 * that is known by being short, by going on in other words than the tails, which nobody would have thrown away, and by a
 * sentence that begins where theirs ended. Anything else is the beginning of another text, or the same one cut short.
 */
const findGrowth = (rest: string, tails: string): string | null => {
  if (rest.startsWith(tails)) return rest.slice(tails.length);
  const isOther = !tails.startsWith(rest.slice(0, START_LENGTH));
  const isNext = ENDS_SENTENCE.test(tails) && BEGINS_SENTENCE.test(rest);
  return isOther && isNext && rest.length * 2 < tails.length ? rest : null;
};

/**
 * Reads the intent, given the text that a head held before. Who edits the node in place (`appendData` and its like) knows
 * what it holds: `isEdited` tells that, by ranges that a text written anew would have emptied. Frameworks hold the whole
 * text for the node's and write all of it anew: the tails are old then. Highlighters and translators change what they find
 * in the node: its last word, the mention, is still the last one, or they split it further. The same text once more is a
 * framework's: nobody else writes what is there already.
 */
export const readIntent = (split: SplitText, before: string, isEdited: boolean): Intent => {
  const after = split.head.data;
  if (findSplitEnd(split)) return { kind: 'change' };
  if (after.startsWith(before) && after !== before && isInOrder(split)) {
    const rest = after.slice(before.length);
    const tails = split.parts.map(({ tail }) => tail?.data ?? '').join('');
    const added = isEdited ? rest : findGrowth(rest, tails);
    if (added !== null) return { kind: 'growth', before, added };
  }
  const lastWord = /\S+$/.exec(before)?.[0] ?? before;
  return { kind: isEdited || (after !== before && after.endsWith(lastWord)) ? 'change' : 'rewrite' };
};

export const createSplitTexts = (): SplitTexts => {
  const splits = new Set<SplitText>();
  const owners = new WeakMap<Node, SplitText>();

  const own = (node: Text): SplitText => {
    const known = owners.get(node);
    if (known) return known;
    const split: SplitText = { head: node, parts: [] };
    splits.add(split);
    owners.set(node, split);
    return split;
  };

  return {
    insert(node, offset, chip) {
      const split = own(node);
      const tail = offset < node.data.length ? node.splitText(offset) : null;
      node.after(chip);
      if (tail) {
        owners.set(tail, split);
        markCutIn(chip);
      }
      const index = split.parts.findIndex((part) => part.tail === node);
      split.parts.splice(index + 1, 0, { chip, tail });
    },

    find: (node) => owners.get(node) ?? null,

    findBroken: (root) =>
      [...splits].filter((split) => !containsComposed(root, split.head) || !isInOrder(split)),

    rejoin(split, tails) {
      const target = findSplitEnd(split) ?? findMergedInto(split) ?? split.head;
      splits.delete(split);
      owners.delete(split.head);
      for (const { chip, tail } of split.parts) {
        chip.remove();
        if (!tail) continue;
        owners.delete(tail);
        if (tails === 'keep') target.appendData(tail.data);
        tail.remove();
      }
    },

    grow(split, before, added) {
      // Written anew, it would empty every range in it.
      split.head.deleteData(before.length, split.head.length - before.length);
      const last = split.parts.at(-1);
      if (!last || added === '') return;
      if (last.tail) {
        last.tail.appendData(added);
        return;
      }
      const tail = document.createTextNode(added);
      last.chip.after(tail);
      owners.set(tail, split);
      split.parts.splice(-1, 1, { chip: last.chip, tail });
    },

    all: () => [...splits],
  };
};
