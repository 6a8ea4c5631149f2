import type { NewCoin } from '../../domain/mentions/extend-gazetteer.ts';
import type { Mention } from '../../domain/mentions/mention.ts';
import type { Article } from '../read/article.ts';
import { containsComposed } from '../read/composed-tree.ts';
import { DECIDING_ATTRIBUTES, findBlockElement, walkTextBlocks } from '../read/text-blocks.ts';
import { type Changes, findChanges, findTouched } from './changed-blocks.ts';
import type { Chip } from './chip.ts';
import type { Density } from './chip-place.ts';
import { createChipPlacer } from './chip-placer.ts';
import { removeCutIn } from './cut-in.ts';
import { isIntact, type Note } from './note.ts';
import { createNoteBook } from './note-book.ts';
import { createNoteViews } from './note-views.ts';
import { createReader } from './reader.ts';
import { underlineIn } from './shadow-underlines.ts';
import { createSplitTexts, readIntent, type SplitText } from './split-text.ts';
import { createUnderlines } from './underline.ts';

export interface AnnotatorParts {
  readonly article: Article;
  readonly density: () => Density;
  /** Coins listed after the embedded table was built. */
  readonly newCoins: readonly NewCoin[];
  /** False for a mention that the reader does not want on this site. */
  readonly isWanted: (mention: Mention) => boolean;
  readonly createChip: (note: Note) => Chip;
  /** Whether these notes, which the reader sees, have figures or reasons why not: a chip that fills later moves the line. */
  readonly hasFigures: (notes: readonly Note[]) => boolean;
  /** Called after notes or chips came, went or came near, never before `createAnnotator` has returned. */
  readonly onChange: () => void;
  /** The reader sees notes that were out of sight before. Called like `onChange`. */
  readonly onSeen: () => void;
  readonly signal: AbortSignal;
}

export interface Annotator {
  /** Every note that the reader wants, in document order. */
  notes(): readonly Note[];
  /** Those within a screen of the window: all that need live figures. */
  notesNear(): readonly Note[];
  /** Whether the reader can see its chip, or while it has none its block. */
  isInView(note: Note): boolean;
  /** Density or wishes have changed: follows at once. */
  update(): void;
}

const OBSERVED: MutationObserverInit = {
  childList: true,
  characterData: true,
  characterDataOldValue: true,
  attributes: true,
  attributeFilter: DECIDING_ATTRIBUTES,
  subtree: true,
};

const untilLoaded = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else window.addEventListener('load', () => resolve(), { once: true, signal });
  });

/**
 * Annotates one article and keeps the notes right while the page changes. Underlines come at once, because they touch no
 * node; chips only when the page has loaded and their block is quiet, because a node put into a tree that is still being
 * hydrated makes frameworks throw the tree away. When the signal aborts, our nodes go and split texts are whole again.
 */
export const createAnnotator = (parts: AnnotatorParts): Annotator => {
  const { article, density, newCoins, isWanted, createChip, hasFigures, onChange, onSeen, signal } = parts;
  const { root } = article;
  const splits = createSplitTexts();
  const shadowRoots = new Set<ShadowRoot>();
  let shownDensity = density();

  const observer = new MutationObserver((records) => repair(records));

  const views = createNoteViews({
    onNear() {
      placer.placeSoon();
      onChange();
    },
    onSeen,
    signal,
  });

  const book = createNoteBook({
    underlines: createUnderlines('mn-mention', signal),
    isWanted,
    onGone: (note) => placer.repair(note),
  });

  const placer = createChipPlacer({
    notes: book.notes,
    splits,
    views,
    density,
    createChip,
    hasFigures,
    isReading: () => reader.isReading(),
    onPlaced: () => {
      observer.takeRecords();
      onChange();
    },
    signal,
  });

  const rejoin = (split: SplitText, tails: 'keep' | 'drop', dropChip: (note: Note) => void): void => {
    const own = new Set(split.parts.map(({ chip }) => chip));
    splits.rejoin(split, tails);
    for (const note of book.notes()) if (note.chip && own.has(note.chip.element)) dropChip(note);
  };

  /** Makes texts whole again that lost a chip. Notes that stood in their tails lose their place: they are read again. */
  const rejoinChipless = (): Changes => {
    const changes: Changes = new Map();
    for (const split of splits.all()) {
      if (split.parts.every(({ chip }) => placer.has(chip))) continue;
      const element = findBlockElement(split.head);
      if (element) changes.set(element, 'own');
      rejoin(split, 'keep', placer.remove);
    }
    return changes;
  };

  /** Chips that the page copied with its own nodes, or that an older copy of the extension left: nobody tends them. */
  const removeStrays = (within: ParentNode): void => {
    for (const chip of within.querySelectorAll('mn-chip')) if (!placer.has(chip)) removeCutIn(chip);
  };

  /** Forgets the notes of blocks that went or say something else now. */
  const forgetOld = (changes: Changes): void => {
    for (const element of book.elements()) {
      if (containsComposed(root, element)) continue;
      book.forget(element, () => true);
      views.unfollow(element);
    }
    for (const element of findTouched(changes, book.elements())) {
      const notes = book.notesIn(element);
      if (notes.length === 0) continue;
      const blocks = [...walkTextBlocks(element, 'own')];
      book.follow(element, blocks);
      const said = new Set(blocks.map(({ text }) => text));
      const broken = new Set(notes.flatMap((note) => (isIntact(note) ? [] : [note.block.text])));
      book.forget(element, ({ block: { text } }) => broken.has(text) || !said.has(text));
    }
  };

  const reader = createReader({
    article,
    newCoins,
    book,
    prepare(changes) {
      forgetOld(changes);
      rejoinChipless();
      for (const element of changes.keys()) removeStrays(element);
      observer.takeRecords();
    },
    onShadowRoot(shadow) {
      if (shadowRoots.has(shadow)) return;
      shadowRoots.add(shadow);
      removeStrays(shadow);
      underlineIn(shadow, signal);
      observer.observe(shadow, OBSERVED);
    },
    onRead() {
      for (const element of book.elements()) views.followBlock(element);
      placer.placeSoon();
      onChange();
    },
    signal,
  });

  const notesAround = (text: Text): readonly Note[] => {
    const element = findBlockElement(text);
    return element ? book.notesIn(element) : [];
  };

  /** Moving a text or writing it anew empties every range in it. */
  const followMoved = (changes: Changes): void => {
    for (const element of findTouched(changes, book.elements())) {
      if (book.notesIn(element).every(isIntact)) continue;
      book.follow(element, [...walkTextBlocks(element, 'own')]);
    }
  };

  /** Whether the page edited a head in place: a text written anew empties all ranges in it. */
  const isEdited = ({ head, parts: [first] }: SplitText): boolean =>
    notesAround(head).some((note) => note.chip?.element === first?.chip && isIntact(note));

  /** Gives the page back what it changed, before the next paint; notes follow once the block is read again. */
  const repair = (records: readonly MutationRecord[]): void => {
    const grown = new Set<SplitText>();
    for (const { type, target, oldValue } of records) {
      const split = type === 'characterData' ? splits.find(target) : null;
      if (!split || split.head !== target || grown.has(split)) continue;
      const intent = readIntent(split, oldValue ?? '', isEdited(split));
      if (intent.kind === 'growth') {
        grown.add(split);
        splits.grow(split, intent.before, intent.added);
      } else rejoin(split, intent.kind === 'change' ? 'keep' : 'drop', placer.repair);
    }
    const changes = findChanges(records, root);
    for (const split of splits.findBroken(root)) {
      rejoin(split, 'keep', placer.repair);
      const element = findBlockElement(split.head);
      // What stood in its tails is read again.
      if (element && !changes.has(element) && containsComposed(root, element)) changes.set(element, 'own');
    }
    followMoved(changes);
    observer.takeRecords();
    for (const element of changes.keys()) placer.noteChange(element);
    const hasLost = records.some(({ removedNodes }) =>
      [...removedNodes].some((node) => node instanceof Element),
    );
    if (changes.size > 0 || hasLost) reader.readSoon(changes);
  };

  const restore = (): void => {
    observer.disconnect();
    for (const split of splits.all()) splits.rejoin(split, 'keep');
    for (const element of book.elements()) book.forget(element, () => true);
    for (const within of [document, ...shadowRoots]) removeStrays(within);
  };

  reader.start();
  observer.observe(root, OBSERVED);
  signal.addEventListener('abort', restore);
  void untilLoaded(signal).then(() => {
    const loadedAtMs = performance.now();
    requestIdleCallback(() => placer.start(loadedAtMs));
  });

  return {
    notes: book.notes,
    notesNear: () => book.notes().filter(views.isNear),
    isInView: views.isInView,

    update() {
      book.sift();
      if (shownDensity !== density()) placer.clear();
      shownDensity = density();
      reader.readSoon(rejoinChipless());
      observer.takeRecords();
      placer.placeSoon();
      onChange();
    },
  };
};
