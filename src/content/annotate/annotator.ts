import { findMentions } from '../../domain/mentions/index.ts';
import type { Mention, SubjectId } from '../../domain/mentions/mention.ts';
import type { Article } from '../read/article.ts';
import {
  findBlockElement,
  findTextBlocks,
  isBlock,
  isOurs,
  type TextBlock,
  toRange,
} from '../read/text-blocks.ts';
import type { Chip } from './chip.ts';
import { findChipPlace } from './chip-place.ts';
import { createSplitTexts, type SplitText } from './split-text.ts';
import { createUnderlines } from './underline.ts';

/** A mention on the page: underlined, and carrying a chip when it is the first of its subject. */
export interface Note {
  readonly mention: Mention;
  readonly range: Range;
  /** The block that the mention stands in. */
  readonly element: Element;
  chip: Chip | null;
}

export interface AnnotatorParts {
  readonly article: Article;
  readonly createChip: (note: Note) => Chip;
  /** Called after notes or chips came or went, never before `createAnnotator` has returned. */
  readonly onChange: () => void;
  readonly signal: AbortSignal;
}

export interface Annotator {
  /** Every note, in the order in which it was found. */
  notes(): readonly Note[];
}

/** A page that is still being put together by its scripts is left alone until it has been quiet for this long. */
const QUIET_MS = 1000;
const RESCAN_AFTER_MS = 250;
/** A block that keeps being rewritten keeps its underlines and gets no chips any more. */
const MOST_REPAIRS = 4;

/** A split text is one item in a flow, but several in a flex or grid box: there a chip would tear the line apart. */
const hasRoomForChip = (text: Node): boolean => {
  const parent = text.parentElement;
  if (!parent || parent.closest('h1, h2, h3, h4, h5, h6') || !parent.checkVisibility()) return false;
  return !/flex|grid/.test(getComputedStyle(parent).display);
};

/** What has to be read again after a mutation: the blocks themselves where whole blocks came, else the block around. */
const findDirtied = ({ type, target, addedNodes, removedNodes }: MutationRecord): Node[] => {
  if (type === 'characterData') return [target];
  return [...addedNodes, ...removedNodes].flatMap((node) => {
    if (node instanceof Text) return node.data.trim() === '' ? [] : [target];
    if (!(node instanceof Element) || isOurs(node)) return [];
    if (!isBlock(node)) return [target];
    return node.isConnected ? [node] : [];
  });
};

const isBefore = (a: Note, b: Note): number => a.range.compareBoundaryPoints(Range.START_TO_START, b.range);

const untilLoaded = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else window.addEventListener('load', () => resolve(), { once: true, signal });
  });

/**
 * Annotates one article and keeps the notes right while the page changes. Underlines come at once, because they touch no
 * node; chips only when the page has settled, because a node put into a tree that is still being hydrated makes
 * frameworks throw the tree away. When the signal aborts, every node is as the page left it.
 */
export const createAnnotator = ({ article, createChip, onChange, signal }: AnnotatorParts): Annotator => {
  const { root } = article;
  const underlines = createUnderlines(signal);
  const splits = createSplitTexts();
  const repairs = new WeakMap<Element, number>();
  const dirty = new Set<Element>();
  let notes: Note[] = [];
  let settled = false;
  let quietTimer: ReturnType<typeof setTimeout> | undefined;
  let rescanTimer: ReturnType<typeof setTimeout> | undefined;

  const observer = new MutationObserver((records) => repair(records));
  const observe = () => observer.observe(root, { childList: true, characterData: true, subtree: true });

  /** Runs own changes of the page unseen by the observer. */
  const write = (change: () => void): void => {
    change();
    observer.takeRecords();
  };

  const forget = (gone: (note: Note) => boolean): void => {
    notes = notes.filter((note) => {
      if (!gone(note)) return true;
      underlines.remove(note.range);
      note.chip?.element.remove();
      note.chip = null;
      return false;
    });
  };

  const note = (block: TextBlock, mention: Mention): void => {
    const range = toRange(block, mention.start, mention.end);
    if (!range) return;
    underlines.add(range);
    notes.push({ mention, range, element: block.element, chip: null });
  };

  const scan = (elements: readonly Element[]): void => {
    const blocks = elements.flatMap(findTextBlocks);
    const texts = blocks.map((block) => block.text);
    const { title, language } = article;
    const mentions = findMentions(texts, { title, ...(language ? { language } : {}) });
    blocks.forEach((block, at) => {
      for (const mention of mentions[at] ?? []) note(block, mention);
    });
  };

  const mayCarryChip = ({ element, range }: Note): boolean =>
    range.endContainer.isConnected &&
    (repairs.get(element) ?? 0) < MOST_REPAIRS &&
    hasRoomForChip(range.endContainer);

  const placeChip = (candidate: Note): void => {
    const place = findChipPlace(candidate.range);
    const chip = createChip(candidate);
    candidate.chip = chip;
    if (place.kind === 'after-element') place.element.after(chip.element);
    else splits.insert(place.node, place.offset, chip.element);
  };

  /** A chip for the first note of every subject that has none. From the end of the page backwards, so that no split
   * moves a place that is still to be used. */
  const placeChips = (): void => {
    const taken = new Set<SubjectId>(notes.filter((each) => each.chip).map((each) => each.mention.id));
    const firsts: Note[] = [];
    for (const candidate of notes.filter(mayCarryChip).sort(isBefore)) {
      if (taken.has(candidate.mention.id)) continue;
      taken.add(candidate.mention.id);
      firsts.push(candidate);
    }
    write(() => firsts.reverse().forEach(placeChip));
    onChange();
  };

  const settle = (): void => {
    clearTimeout(quietTimer);
    quietTimer = setTimeout(() => {
      settled = true;
      placeChips();
    }, QUIET_MS);
  };

  const rescan = (): void => {
    const elements = [...dirty].filter((element) => element.isConnected);
    dirty.clear();
    const outermost = elements.filter(
      (element) => !elements.some((other) => other !== element && other.contains(element)),
    );
    write(() => {
      forget(({ element }) => !element.isConnected || outermost.some((dirtied) => dirtied.contains(element)));
      for (const split of splits.all()) {
        if (outermost.some((dirtied) => dirtied.contains(split.head))) splits.rejoin(split, 'keep');
      }
      scan(outermost);
    });
    onChange();
    settle();
  };

  const rescanSoon = (): void => {
    clearTimeout(rescanTimer);
    rescanTimer = setTimeout(rescan, RESCAN_AFTER_MS);
  };

  const markDirty = (node: Node): void => {
    const element = findBlockElement(node);
    if (!element || !root.contains(element)) return;
    dirty.add(element);
    rescanSoon();
  };

  const rejoin = (split: SplitText, tails: 'keep' | 'drop'): void => {
    const element = findBlockElement(split.head);
    if (element) repairs.set(element, (repairs.get(element) ?? 0) + 1);
    splits.rejoin(split, tails);
  };

  /** Gives the page back what it changed, before the next paint; notes follow once the block is quiet. */
  const repair = (records: readonly MutationRecord[]): void => {
    for (const { type, target } of records) {
      const split = type === 'characterData' ? splits.find(target) : null;
      if (split && split.head === target) rejoin(split, 'drop');
    }
    for (const split of splits.findBroken()) rejoin(split, 'keep');
    observer.takeRecords();
    for (const node of records.flatMap(findDirtied)) markDirty(node);
    if (notes.some((each) => !each.element.isConnected)) rescanSoon();
    if (!settled) settle();
  };

  const restore = (): void => {
    observer.disconnect();
    clearTimeout(quietTimer);
    clearTimeout(rescanTimer);
    for (const split of splits.all()) splits.rejoin(split, 'keep');
    forget(() => true);
  };

  scan([root]);
  observe();
  signal.addEventListener('abort', restore);
  void untilLoaded(signal).then(() => {
    if (!signal.aborted) requestIdleCallback(settle);
  });

  return { notes: () => notes };
};
