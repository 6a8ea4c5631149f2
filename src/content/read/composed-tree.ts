/** The page as it is drawn: open shadow roots of the site belong to the element that holds them. */

/** The node around a node, across the edge of a shadow root; null outside any document. */
export const findParent = (node: Node): Node | null =>
  node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);

/** Like `contains`, through open shadow roots. */
export const containsComposed = (root: Node, node: Node): boolean => {
  for (let at: Node = node; ; ) {
    if (root.contains(at)) return true;
    const top = at.getRootNode();
    if (!(top instanceof ShadowRoot)) return false;
    at = top.host;
  }
};

/** The node, then the host of the tree that it stands in, then that one's host … */
const listHosts = (node: Node): Node[] => {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? [node, ...listHosts(root.host)] : [node];
};

/** Negative where `a` begins before `b`, across shadow roots too. */
export const compareStarts = (a: Range, b: Range): number => {
  const { startContainer: from } = a;
  const { startContainer: to } = b;
  if (from === to || from.getRootNode() === to.getRootNode())
    return a.compareBoundaryPoints(Range.START_TO_START, b);
  const others = listHosts(to);
  for (const one of listHosts(from)) {
    const other = others.find((each) => each.getRootNode() === one.getRootNode());
    if (other) return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
  return 0;
};
