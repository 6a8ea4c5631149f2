import { containsComposed } from '../read/composed-tree.ts';
import { findBlockElement, isBlock, isOurs, isWithoutText, type Reach } from '../read/text-blocks.ts';

/** Elements whose text has to be read again, and how much of it. */
export type Changes = Map<Element, Reach>;

const isPartOfText = (node: Node | null): boolean =>
  node instanceof Text ? node.data.trim() !== '' : node instanceof Element && !isBlock(node) && !isOurs(node);

const listChanges = (record: MutationRecord): (readonly [Node, Reach])[] => {
  const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } = record;
  if (type === 'characterData') return [[target, 'own']];
  if (type === 'attributes') return [[target, 'all']];
  const changes = [...addedNodes, ...removedNodes].flatMap((node): (readonly [Node, Reach])[] => {
    if (node instanceof Text) return node.data.trim() === '' ? [] : [[target, 'own']];
    if (!(node instanceof Element) || isOurs(node) || isWithoutText(node)) return [];
    if (!isBlock(node)) return [[target, node.firstElementChild || node.shadowRoot ? 'all' : 'own']];
    // A block parts, or no longer parts, the text around it.
    const around: (readonly [Node, Reach])[] =
      isPartOfText(previousSibling) || isPartOfText(nextSibling) ? [[target, 'own']] : [];
    return node.isConnected ? [[node, 'all'], ...around] : around;
  });
  return changes;
};

/** Which blocks below `root` a mutation touched: those that came, and those around what changed. */
export const findChanges = (records: readonly MutationRecord[], root: Element): Changes => {
  const changes: Changes = new Map();
  for (const [node, reach] of records.flatMap(listChanges)) {
    const element = findBlockElement(node);
    if (!element || changes.get(element) === 'all' || !containsComposed(root, element)) continue;
    changes.set(element, reach);
  }
  return changes;
};

const hasWholeAround = (changes: Changes, element: Element): boolean => {
  const parent = element.parentElement;
  return parent !== null && (changes.get(parent) === 'all' || hasWholeAround(changes, parent));
};

/** Without those that lie inside another one that is read whole. */
export const toOutermost = (changes: Changes): Changes =>
  new Map([...changes].filter(([element]) => !hasWholeAround(changes, element)));

/** True for an element whose own text is read with these changes. */
export const isTouched = (changes: Changes, element: Element): boolean =>
  changes.has(element) || hasWholeAround(changes, element);

const listWithin = (element: Element, held: readonly Element[]): readonly Element[] => {
  const within = element.getElementsByTagName('*');
  return within.length < held.length ? [...within] : held.filter((each) => element.contains(each));
};

/** Those whose own text is read with these changes, at least of the elements `held`. */
export const findTouched = (changes: Changes, held: readonly Element[]): ReadonlySet<Element> =>
  new Set(
    [...changes].flatMap(([element, reach]) =>
      reach === 'all' ? [element, ...listWithin(element, held)] : [element],
    ),
  );
