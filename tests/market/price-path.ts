import { hash32, smoothNoise } from './random.ts';

/** A price that the path meets exactly. Hours count from the scenario's anchor; negative is before it. */
export interface Keyframe {
  readonly atHours: number;
  readonly priceUsd: number;
}

export interface PricePathPlan {
  /** In order of time, at least two; the path is exact at each. */
  readonly keyframes: readonly [Keyframe, Keyframe, ...Keyframe[]];
  /** Names the coin's own ups and downs. */
  readonly seed: string;
  /** Size of the ups and downs between keyframes, as a fraction of the price. */
  readonly jitter: number;
  /** The path does not fall below `priceUsd` from `fromHours` to `untilHours`. */
  readonly floor: { readonly fromHours: number; readonly untilHours: number; readonly priceUsd: number };
}

/** The price in US dollars at a time in hours from the anchor; defined for all times, not rounded. */
export type PricePath = (atHours: number) => number;

/** Waves of a path: how long one lasts and how much of the jitter it carries. */
const WAVES: readonly { readonly hours: number; readonly weight: number }[] = [
  { hours: 24 * 12, weight: 9 },
  { hours: 6, weight: 0.55 },
  { hours: 1, weight: 0.3 },
  { hours: 1 / 6, weight: 0.12 },
  { hours: 1 / 60, weight: 0.05 },
];

/** A continuous price through the keyframes, with the same small life before, between and after them. */
export function createPricePath(plan: PricePathPlan): PricePath {
  const waveSeeds = WAVES.map((wave) => hash32(plan.seed, wave.hours));
  const noiseAt = (atHours: number): number =>
    plan.jitter *
    WAVES.reduce(
      (sum, wave, index) => sum + wave.weight * smoothNoise(waveSeeds[index] ?? 0, atHours / wave.hours),
      0,
    );
  const knots = plan.keyframes.map((keyframe) => ({
    atHours: keyframe.atHours,
    logPrice: Math.log(keyframe.priceUsd),
    noise: noiseAt(keyframe.atHours),
  }));

  return (atHours) => {
    const { logPrice, noise } = interpolate(knots, atHours);
    // Taking the noise of the keyframes away (as a bridge) keeps the path exact there without calming it.
    const priceUsd = Math.exp(logPrice + noiseAt(atHours) - noise);
    const { floor } = plan;
    const belowFloor = priceUsd < floor.priceUsd && atHours >= floor.fromHours && atHours <= floor.untilHours;
    return belowFloor ? floor.priceUsd + (floor.priceUsd - priceUsd) / 2 : priceUsd;
  };
}

interface Knot {
  readonly atHours: number;
  readonly logPrice: number;
  readonly noise: number;
}

/** Straight lines between the knots; level before the first and after the last. */
function interpolate(knots: readonly Knot[], atHours: number): Omit<Knot, 'atHours'> {
  let before = knots[0];
  for (const after of knots) {
    if (!before || after.atHours > atHours) {
      if (!before || before === after) return after;
      const part = (atHours - before.atHours) / (after.atHours - before.atHours);
      return {
        logPrice: before.logPrice + (after.logPrice - before.logPrice) * part,
        noise: before.noise + (after.noise - before.noise) * part,
      };
    }
    before = after;
  }
  if (!before) throw new Error('A price path needs keyframes');
  return before;
}
