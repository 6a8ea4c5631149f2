export interface Point {
  readonly x: number;
  readonly y: number;
}

/** In CSS pixels of the window. */
export type Edges = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** A hand does not start on a straight line: the way begins this far behind the point where it left. */
const SLACK_PX = 8;

/** The two corners of the side of a card that faces a point, and the point itself a little further off. */
const toTriangle = (from: Point, { left, top, right, bottom }: Edges): readonly [Point, Point, Point] => {
  if (from.y <= top)
    return [
      { x: from.x, y: from.y - SLACK_PX },
      { x: left, y: top },
      { x: right, y: top },
    ];
  if (from.y >= bottom)
    return [
      { x: from.x, y: from.y + SLACK_PX },
      { x: left, y: bottom },
      { x: right, y: bottom },
    ];
  const side = from.x <= left ? left : right;
  const slack = from.x <= left ? -SLACK_PX : SLACK_PX;
  return [
    { x: from.x + slack, y: from.y },
    { x: side, y: top },
    { x: side, y: bottom },
  ];
};

/** Positive on one side of the line from `a` to `b`, negative on the other. */
const sideOf = (a: Point, b: Point, point: Point): number =>
  (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);

/**
 * True while a pointer that left a mention at `from` and is now at `at` may be on its way to the card: inside of the
 * triangle between that point and the side of the card that faces it.
 */
export const isOnWay = (from: Point, at: Point, card: Edges): boolean => {
  const [a, b, c] = toTriangle(from, card);
  const sides = [sideOf(a, b, at), sideOf(b, c, at), sideOf(c, a, at)];
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
};
