import { useMemo } from 'preact/hooks';
import { formatPrice } from '../domain/format.ts';
import type { Freshness } from '../domain/market/freshness.ts';
import type { Money } from '../domain/market/money.ts';
import { uiLocale } from './locale.ts';
import { useMoney } from './money.ts';
import { type Box, toSparklinePath, toSparklinePoints } from './sparkline-path.ts';
import { message } from './strings.ts';

export interface SparklineProps {
  /** Oldest first, evenly spaced over seven days. */
  readonly pricesUsd: readonly number[];
  readonly freshness: Freshness;
  /** Size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A moment to mark, as a part of the week from its start; nothing outside of the week. */
  readonly markAt?: number | null;
}

/** Room for the end dot and the stroke. */
const INSET = 2.5;

/** The seven-day line, its start as a hairline and its end as a dot, with the same in words for screen readers. */
export const Sparkline = ({ pricesUsd, freshness, width, height, markAt = null }: SparklineProps) => {
  const money = useMoney();
  const drawn = useMemo(
    () => draw(pricesUsd, { width: width - 2 * INSET, height: height - 2 * INSET }),
    [pricesUsd, width, height],
  );
  if (!drawn) return null;
  const { path, start, end } = drawn;
  return (
    <span class={`mn-sparkline mn-${freshness}`}>
      <svg
        width={width}
        height={height}
        viewBox={`${-INSET} ${-INSET} ${width} ${height}`}
        aria-hidden="true"
      >
        <path class="mn-sparkline-start" d={`M0 ${start.y.toFixed(1)}H${width - 2 * INSET}`} />
        {markAt !== null && markAt >= 0 && markAt <= 1 && (
          <path
            class="mn-sparkline-mark"
            d={`M${(markAt * (width - 2 * INSET)).toFixed(1)} 0V${height - 2 * INSET}`}
          />
        )}
        <path class="mn-sparkline-line" d={path} />
        <circle class="mn-sparkline-end" cx={end.x} cy={end.y} r="1.75" />
      </svg>
      <span class="mn-hidden">{toWords(pricesUsd, money)}</span>
    </span>
  );
};

const draw = (pricesUsd: readonly number[], box: Box) => {
  const points = toSparklinePoints(pricesUsd, box);
  const [start] = points;
  const end = points.at(-1);
  return start && end && points.length > 1 ? { path: toSparklinePath(points), start, end } : null;
};

const toWords = (pricesUsd: readonly number[], money: Money): string => {
  const words = (priceUsd: number): string => formatPrice(priceUsd, money, uiLocale());
  return message(
    'sparklineSpoken',
    words(pricesUsd.at(0) ?? 0),
    words(pricesUsd.at(-1) ?? 0),
    words(Math.min(...pricesUsd)),
    words(Math.max(...pricesUsd)),
  );
};
