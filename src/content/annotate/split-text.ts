/**
 * A text node of the page that carries chips. The page's own node stays where it is and keeps the beginning of its text;
 * behind it follow, in turn, a chip and the text after it. `head.data` plus all tails is always the page's text.
 * Replacing, wrapping or moving the node instead makes a React page go blank (measured), so none of that is ever done.
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
  /** All that have come apart: a tail or chip is gone or moved, something came between, or the head was taken away. */
  findBroken(): SplitText[];
  /**
   * Takes the chips and tails away. `keep` gives the tails' text back to the head; `drop` is for a head whose whole
   * text the page has just written anew.
   */
  rejoin(split: SplitText, tails: 'keep' | 'drop'): void;
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
      if (tail) owners.set(tail, split);
      const index = split.parts.findIndex((part) => part.tail === node);
      split.parts.splice(index + 1, 0, { chip, tail });
    },

    find: (node) => owners.get(node) ?? null,

    findBroken: () => [...splits].filter((split) => !split.head.isConnected || !isInOrder(split)),

    rejoin(split, tails) {
      splits.delete(split);
      owners.delete(split.head);
      for (const { chip, tail } of split.parts) {
        chip.remove();
        if (!tail) continue;
        owners.delete(tail);
        if (tails === 'keep') split.head.appendData(tail.data);
        tail.remove();
      }
    },

    all: () => [...splits],
  };
};
