import type { NewCoin } from '../../domain/mentions/extend-gazetteer.ts';
import { findMentions } from '../../domain/mentions/index.ts';
import type { Mention, SubjectId } from '../../domain/mentions/mention.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Article } from '../read/article.ts';
import {
  DECIDING_ATTRIBUTES,
  findBlockElement,
  findTextBlocks,
  isBlock,
  isOurs,
  isWithoutText,
  type TextBlock,
  toRange,
} from '../read/text-blocks.ts';
import type { Chip } from './chip.ts';
import { type ChipPlace, findBlockEnd, findChipPlace } from './chip-place.ts';
import { createSplitTexts, readIntent, type SplitText } from './split-text.ts';
import { createUnderlines } from './underline.ts';

/** A mention on the page: underlined, and carrying a chip when it is the first of its subject. */
export interface Note {
  readonly mention: Mention;
  readonly range: Range;
  readonly block: KnownBlock;
  chip: Chip | null;
}

/** A block as it was read, to tell whether it has to be read again. */
interface KnownBlock {
  /** The element that holds the block. */
  readonly element: Element;
  readonly text: string;
}

export interface AnnotatorParts {
  readonly article: Article;
  readonly createChip: (note: Note) => Chip;
  /** Which mentions get a chip, and where. */
  readonly density: () => Settings['density'];
  /** Coins listed after the embedded table was built. */
  readonly newCoins: () => readonly NewCoin[];
  /** False for what the reader said is no mention. */
  readonly isWanted: (mention: Mention) => boolean;
  /** Whether every note has its figure, or the reason why not: a chip that comes empty moves the line when it fills. */
  readonly hasFigures: () => boolean;
  /** Called after notes or chips came or went, never before `createAnnotator` has returned. */
  readonly onChange: () => void;
  readonly signal: AbortSignal;
}

export interface Annotator {
  /** Every note, in the order in which it was found. */
  notes(): readonly Note[];
  /** Reads the whole article again, after the reader chose another density or said what is no mention. */
  readAnew(): void;
}

/** A block that is still being put together by the page's scripts gets no chip until it has been quiet for this long. */
const QUIET_MS = 1000;
const RESCAN_AFTER_MS = 250;
/** How long chips wait for their figures. */
const FIGURES_WITHIN_MS = 5000;
/** A block that keeps being rewritten keeps its underlines and gets no chips any more. */
const MOST_REPAIRS = 8;

const isBefore = (a: Note, b: Note): number => a.range.compareBoundaryPoints(Range.START_TO_START, b.range);

/** False once the page has changed the text under a note. */
const isIntact = ({ range, mention }: Note): boolean =>
  range.endContainer.isConnected && range.toString() === mention.surface;

const untilLoaded = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else window.addEventListener('load', () => resolve(), { once: true, signal });
  });

const groupTexts = (blocks: readonly KnownBlock[]): Map<Element, Set<string>> => {
  const texts = new Map<Element, Set<string>>();
  for (const { element, text } of blocks) texts.set(element, (texts.get(element) ?? new Set()).add(text));
  return texts;
};

/** What has to be read again after a mutation: the blocks themselves where whole blocks came, else the block around. */
const findDirtied = ({ type, target, addedNodes, removedNodes }: MutationRecord): Node[] => {
  if (type !== 'childList') return [target];
  return [...addedNodes, ...removedNodes].flatMap((node) => {
    if (node instanceof Text) return node.data.trim() === '' ? [] : [target];
    if (!(node instanceof Element) || isOurs(node) || isWithoutText(node)) return [];
    if (!isBlock(node)) return [target];
    return node.isConnected ? [node] : [];
  });
};

/**
 * Annotates one article and keeps the notes right while the page changes. Underlines come at once, because they touch no
 * node; chips only when the page has loaded and their block is quiet, because a node put into a tree that is still being
 * hydrated makes frameworks throw the tree away. When the signal aborts, our nodes go and split texts are whole again.
 */
export const createAnnotator = (parts: AnnotatorParts): Annotator => {
  const { article, createChip, density, newCoins, isWanted, hasFigures, onChange, signal } = parts;
  const { root } = article;
  const underlines = createUnderlines('mn-mention', signal);
  const splits = createSplitTexts();
  const chips = new Set<Element>();
  const repairs = new WeakMap<Element, number>();
  const changedAtMs = new WeakMap<Element, number>();
  /** What was read of each element, also where it held no mention: it need not be read again while it says the same. */
  const readTexts = new WeakMap<Element, Set<string>>();
  const dirty = new Set<Element>();
  let notes: Note[] = [];
  let isLoaded = false;
  let patienceEndsAtMs = Number.POSITIVE_INFINITY;
  let placeTimer: ReturnType<typeof setTimeout> | undefined;
  let rescanTimer: ReturnType<typeof setTimeout> | undefined;

  const observer = new MutationObserver((records) => repair(records));

  const takeChip = (note: Note): void => {
    if (!note.chip) return;
    chips.delete(note.chip.element);
    note.chip.element.remove();
    note.chip = null;
  };

  const dropChip = (note: Note): void => {
    if (!note.chip) return;
    takeChip(note);
    repairs.set(note.block.element, (repairs.get(note.block.element) ?? 0) + 1);
  };

  const forget = (isGone: (note: Note) => boolean): void => {
    notes = notes.filter((note) => {
      if (!isGone(note)) return true;
      underlines.remove(note.range);
      dropChip(note);
      return false;
    });
  };

  const annotate = (blocks: readonly TextBlock[]): void => {
    const { title, language, tags } = article;
    const found = findMentions(
      blocks.map((block) => block.text),
      { title, tags, ...(language ? { language } : {}) },
      newCoins(),
    );
    for (const [element, texts] of groupTexts(blocks)) {
      readTexts.set(element, new Set([...(readTexts.get(element) ?? []), ...texts]));
    }
    blocks.forEach((block, at) => {
      const known: KnownBlock = { element: block.element, text: block.text };
      for (const mention of found[at] ?? []) {
        const range = isWanted(mention) ? toRange(block, mention.start, mention.end) : null;
        if (!range) continue;
        underlines.add(range);
        notes.push({ mention, range, block: known, chip: null });
      }
    });
  };

  const isRestless = ({ block }: Note, nowMs: number): boolean =>
    nowMs - (changedAtMs.get(block.element) ?? Number.NEGATIVE_INFINITY) < QUIET_MS;

  const findPlace = (note: Note): ChipPlace | null =>
    density() === 'paragraph' ? findBlockEnd(note.block.element) : findChipPlace(note.range);

  /** The notes that are still to get a chip, each with its place. Reads the page, and changes nothing. */
  const findChipless = (): { note: Note; place: ChipPlace }[] => {
    if (density() === 'underline') return [];
    const taken = new Set<SubjectId>(notes.filter(({ chip }) => chip).map(({ mention }) => mention.id));
    const isTaken = ({ mention, chip }: Note): boolean =>
      density() === 'all' ? chip !== null : taken.has(mention.id);
    return notes
      .filter((note) => isIntact(note) && (repairs.get(note.block.element) ?? 0) < MOST_REPAIRS)
      .sort(isBefore)
      .flatMap((note) => {
        const place = isTaken(note) ? null : findPlace(note);
        if (!place) return [];
        taken.add(note.mention.id);
        return [{ note, place }];
      });
  };

  const putChip = (element: Element, place: ChipPlace): void => {
    switch (place.kind) {
      case 'after-element':
        place.element.after(element);
        break;
      case 'block-end':
        place.block.append(element);
        break;
      case 'in-text':
        splits.insert(place.node, place.offset, element);
    }
  };

  const placeChips = (): void => {
    const nowMs = performance.now();
    patienceEndsAtMs = Math.min(patienceEndsAtMs, nowMs + FIGURES_WITHIN_MS);
    if (dirty.size > 0) rescan();
    if (!hasFigures() && nowMs < patienceEndsAtMs) {
      placeSoon(RESCAN_AFTER_MS);
      return;
    }
    const places = findChipless();
    const ready = places.filter(({ note }) => !isRestless(note, nowMs));
    // From the end backwards, so that no split moves a place that is still to be used; ends of blocks do not move.
    for (const { note, place } of density() === 'paragraph' ? ready : ready.reverse()) {
      const chip = createChip(note);
      note.chip = chip;
      chips.add(chip.element);
      putChip(chip.element, place);
    }
    observer.takeRecords();
    if (ready.length > 0) onChange();
    if (ready.length < places.length) placeSoon(QUIET_MS);
  };

  const placeSoon = (waitMs: number): void => {
    if (!isLoaded || signal.aborted) return;
    placeTimer ??= setTimeout(() => {
      placeTimer = undefined;
      placeChips();
    }, waitMs);
  };

  /** Chips that the page copied with its own nodes: nobody tends them. */
  const removeStrays = (within: Element): void => {
    for (const chip of within.querySelectorAll('mn-chip')) if (!chips.has(chip)) chip.remove();
  };

  /** Reads elements again: blocks that say what they said keep their notes, the others are annotated anew. */
  const reread = (elements: readonly Element[]): void => {
    const said = groupTexts(elements.flatMap(findTextBlocks));
    const isWithin = ({ element }: KnownBlock): boolean => elements.some((each) => each.contains(element));
    const isRewritten = (note: Note): boolean =>
      isWithin(note.block) && !(isIntact(note) && said.get(note.block.element)?.has(note.block.text));
    const rewritten = new Set(notes.filter(isRewritten).map(({ block }) => block));
    forget(({ block }) => !root.contains(block.element) || rewritten.has(block));
    for (const { element, text } of rewritten) readTexts.get(element)?.delete(text);
    for (const split of splits.all()) {
      if (split.parts.some(({ chip }) => !chips.has(chip))) splits.rejoin(split, 'keep');
    }
    for (const element of elements) removeStrays(element);
    annotate(
      elements.flatMap(findTextBlocks).filter(({ element, text }) => !readTexts.get(element)?.has(text)),
    );
  };

  /** Chips that the page took away with what it rewrote, though their words still stand. */
  const forgetLostChips = (): void => {
    for (const note of notes) if (note.chip && !note.chip.element.isConnected) dropChip(note);
  };

  const rescan = (): void => {
    clearTimeout(rescanTimer);
    rescanTimer = undefined;
    const elements = [...dirty].filter((element) => root.contains(element));
    dirty.clear();
    forgetLostChips();
    reread(
      elements.filter((element) => !elements.some((other) => other !== element && other.contains(element))),
    );
    observer.takeRecords();
    onChange();
    placeSoon(QUIET_MS);
  };

  const rescanSoon = (): void => {
    rescanTimer ??= setTimeout(rescan, RESCAN_AFTER_MS);
  };

  const markDirty = (node: Node): void => {
    const element = findBlockElement(node);
    if (!element || !root.contains(element)) return;
    dirty.add(element);
    changedAtMs.set(element, performance.now());
    rescanSoon();
  };

  const rejoin = (split: SplitText, tails: 'keep' | 'drop'): void => {
    const own = new Set(split.parts.map(({ chip }) => chip));
    splits.rejoin(split, tails);
    for (const note of notes) if (note.chip && own.has(note.chip.element)) dropChip(note);
  };

  /** Gives the page back what it changed, before the next paint; notes follow once the block is read again. */
  const repair = (records: readonly MutationRecord[]): void => {
    for (const { type, target, oldValue } of records) {
      const split = type === 'characterData' ? splits.find(target) : null;
      if (split && split.head === target) rejoin(split, readIntent(split, oldValue ?? ''));
    }
    for (const split of splits.findBroken(root)) rejoin(split, 'keep');
    observer.takeRecords();
    for (const node of records.flatMap(findDirtied)) markDirty(node);
    const isLost = (chip: Element): boolean => !chip.isConnected;
    if ([...chips].some(isLost) || notes.some(({ block }) => !root.contains(block.element))) rescanSoon();
  };

  const restore = (): void => {
    observer.disconnect();
    clearTimeout(placeTimer);
    clearTimeout(rescanTimer);
    for (const split of splits.all()) splits.rejoin(split, 'keep');
    forget(() => true);
    removeStrays(document.documentElement);
  };

  annotate(findTextBlocks(root));
  observer.observe(root, {
    childList: true,
    characterData: true,
    characterDataOldValue: true,
    attributes: true,
    attributeFilter: DECIDING_ATTRIBUTES,
    subtree: true,
  });
  signal.addEventListener('abort', restore);
  void untilLoaded(signal).then(() =>
    requestIdleCallback(() => {
      isLoaded = true;
      placeSoon(QUIET_MS);
    }),
  );

  return {
    notes: () => notes,
    readAnew() {
      for (const split of splits.all()) splits.rejoin(split, 'keep');
      // What the reader asks for is no repair.
      notes.forEach(takeChip);
      forget(() => true);
      const blocks = findTextBlocks(root);
      for (const { element } of blocks) readTexts.delete(element);
      annotate(blocks);
      observer.takeRecords();
      onChange();
      placeSoon(0);
    },
  };
};
