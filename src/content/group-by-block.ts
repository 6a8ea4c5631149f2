/** Notes by the element of their block, both in the order in which they came. */
export const groupByBlock = <Note extends { readonly block: { readonly element: Element } }>(
  notes: readonly Note[],
): Map<Element, Note[]> => {
  const groups = new Map<Element, Note[]>();
  for (const note of notes) {
    const ofBlock = groups.get(note.block.element);
    if (ofBlock) ofBlock.push(note);
    else groups.set(note.block.element, [note]);
  }
  return groups;
};
