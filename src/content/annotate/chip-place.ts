import type { SubjectId } from '../../domain/mentions/mention.ts';
import type { Settings } from '../../domain/settings.ts';
import { findParent } from '../read/composed-tree.ts';
import { findBlockElement } from '../read/text-blocks.ts';
import { isIntact, type Note } from './note.ts';

/** Where a chip goes: into a text node behind an offset, or behind a whole node. */
export type ChipPlace =
  | { readonly kind: 'in-text'; readonly node: Text; readonly offset: number }
  | { readonly kind: 'after-node'; readonly node: ChildNode };

export type Density = Settings['density'];

/** What belongs to the mention's word and must not be torn off: `'s`, `-denominated`, a closing bracket or quote. */
const REST_OF_WORD = /^(?:['’]\p{Script=Latin}{1,2}(?![\p{L}\p{N}])|[-‑]\p{Script=Latin}+|[)\]”"])+/u;

const CONTROLS = 'a[href], button, summary, label, [role="button"], [role="link"]';

/** Headlines stay as they were set, and what stands beside the story is not where its figures belong. */
const WITHOUT_CHIPS =
  'h1, h2, h3, h4, h5, h6, aside, footer, [role="heading"], [role="complementary"], [aria-hidden="true"], [inert]';

/** The outermost control around an element, or null. */
const findControl = (element: Element): Element | null => {
  const nearest = element.closest(CONTROLS);
  const outer = nearest?.parentElement;
  return (outer && findControl(outer)) ?? nearest;
};

const findPlaceBeside = ({ range }: Note): ChipPlace | null => {
  const node = range.endContainer;
  const parent = node.parentElement;
  if (!(node instanceof Text) || !parent || range.collapsed) return null;
  const control = findControl(parent);
  if (!control) {
    const rest = REST_OF_WORD.exec(node.data.slice(range.endOffset))?.[0] ?? '';
    return { kind: 'in-text', node, offset: range.endOffset + rest.length };
  }
  // A link around a whole block has no place behind it in the block's text.
  return control.contains(findBlockElement(node)) ? null : { kind: 'after-node', node: control };
};

/** Behind the last text of the block, outside of any inline tag: no text is split. */
const findPlaceAtEnd = ({ block }: Note): ChipPlace | null => {
  const last = block.pieces.findLast(({ node }) => node.isConnected && node.data.trim() !== '');
  if (!last || block.element.closest(CONTROLS)) return null;
  let node: ChildNode = last.node;
  while (node.parentElement && node.parentElement !== block.element) node = node.parentElement;
  return node.parentNode === block.element ? { kind: 'after-node', node } : null;
};

/** Text that is only read aloud, or not at all, is kept in boxes of a pixel. */
const SMALLEST_PX = 2;

const isSeen = (element: Element): boolean => {
  if (element.closest(WITHOUT_CHIPS)) return false;
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > SMALLEST_PX && height > SMALLEST_PX;
};

/** A split text is one item in a flow, but several in a flex or grid box: there a chip would tear the line apart. */
const isFlow = (element: Element): boolean => !/flex|grid/.test(getComputedStyle(element).display);

/**
 * The place for a mention's chip: after the word that the mention ends or the link that holds it, or at the end of the
 * paragraph. Null where a chip would be in the way or would not be seen: headings, links around blocks, flex rows,
 * hidden text.
 */
export const findChipPlace = (note: Note, density: Density): ChipPlace | null => {
  if (!isIntact(note)) return null;
  const place = density === 'paragraph' ? findPlaceAtEnd(note) : findPlaceBeside(note);
  const receiver = place && findParent(place.node);
  return receiver instanceof Element && isFlow(receiver) && isSeen(receiver) ? place : null;
};

/** Tables and lists take no notes of their own: only what may hold words may. */
const HOLDS_NO_WORDS = /^(?:TABLE|TBODY|THEAD|TFOOT|TR|UL|OL|DL|HR)$/;

/** Whether a note may stand at the very end of a block, where it would be seen and in nobody's way. */
export const mayEndWithNote = (block: Element): boolean =>
  !HOLDS_NO_WORDS.test(block.tagName) && !findControl(block) && isFlow(block) && isSeen(block);

/** What else decides which notes get chips. */
export interface ChipRules {
  /** False for a note whose block gets no chips any more. */
  readonly mayCarry: (note: Note) => boolean;
  /** Whether the reader sees its block, or soon will. */
  readonly isNear: (note: Note) => boolean;
  /** Whether a note that is not near has a place, as far as is known. */
  readonly hasPlaceAfar: (note: Note) => boolean;
}

/**
 * Which notes get a chip now, and where: those near the window, all of them or the first of each subject that has a place.
 * `notes` are in document order. Reads the page, and changes nothing.
 */
export const findChipless = (
  notes: readonly Note[],
  density: Density,
  { mayCarry, isNear, hasPlaceAfar }: ChipRules,
): { note: Note; place: ChipPlace }[] => {
  if (density === 'underline') return [];
  const taken = new Set<SubjectId>(
    density === 'all' ? [] : notes.filter(({ chip }) => chip).map(({ mention }) => mention.id),
  );
  return notes.flatMap((note) => {
    if (note.chip || taken.has(note.mention.id) || !mayCarry(note)) return [];
    if (!isNear(note)) {
      if (density !== 'all' && hasPlaceAfar(note)) taken.add(note.mention.id);
      return [];
    }
    const place = findChipPlace(note, density);
    if (!place) return [];
    if (density !== 'all') taken.add(note.mention.id);
    return [{ note, place }];
  });
};
