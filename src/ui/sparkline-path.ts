export interface Box {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Evenly spaced prices as points in a box, the highest at its top; prices that are all equal lie in the middle. */
export const toSparklinePoints = (pricesUsd: readonly number[], { width, height }: Box): Point[] => {
  const low = Math.min(...pricesUsd);
  const range = Math.max(...pricesUsd) - low;
  const toY = (priceUsd: number): number => (range === 0 ? 0.5 : 1 - (priceUsd - low) / range) * height;
  return pricesUsd.map((priceUsd, at) => ({ x: (at / (pricesUsd.length - 1)) * width, y: toY(priceUsd) }));
};

/** The points as the path of an SVG line, to a tenth of a unit. */
export const toSparklinePath = (points: readonly Point[]): string =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
