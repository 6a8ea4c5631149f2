import * as v from 'valibot';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const MinuteSchema = v.object({ minuteMs: v.number(), asked: v.number(), failed: v.number() });

/** How often each host was asked, and how often without a usable answer, minute by minute over the last hour. */
export const RequestCountsSchema = v.object({
  /** When counting began; null before the first request. */
  sinceMs: v.nullable(v.number()),
  hosts: v.record(v.string(), v.array(MinuteSchema)),
});
export type RequestCounts = v.InferOutput<typeof RequestCountsSchema>;

export const NO_REQUESTS: RequestCounts = { sinceMs: null, hosts: {} };

const isRecent = (minuteMs: number, nowMs: number): boolean =>
  minuteMs > nowMs - HOUR_MS && minuteMs <= nowMs;

/** With one more answer of a host, without what is older than an hour. */
export const toCountsWith = (
  { sinceMs, hosts }: RequestCounts,
  host: string,
  isGood: boolean,
  nowMs: number,
): RequestCounts => {
  const minuteMs = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS;
  const kept = (hosts[host] ?? []).filter((minute) => isRecent(minute.minuteMs, nowMs));
  const { asked, failed } = kept.find((minute) => minute.minuteMs === minuteMs) ?? { asked: 0, failed: 0 };
  const minute = { minuteMs, asked: asked + 1, failed: failed + (isGood ? 0 : 1) };
  const others = kept.filter((each) => each.minuteMs !== minuteMs);
  return { sinceMs: sinceMs ?? nowMs, hosts: { ...hosts, [host]: [...others, minute] } };
};

export interface HourOfRequests {
  readonly asked: number;
  readonly failed: number;
}

/** What these hosts were asked in the last hour, as far as it was counted. */
export const sumLastHour = (
  { hosts }: RequestCounts,
  names: readonly string[],
  nowMs: number,
): HourOfRequests => {
  const minutes = names
    .flatMap((name) => hosts[name] ?? [])
    .filter(({ minuteMs }) => isRecent(minuteMs, nowMs));
  return {
    asked: minutes.reduce((sum, { asked }) => sum + asked, 0),
    failed: minutes.reduce((sum, { failed }) => sum + failed, 0),
  };
};

/** Since when the last hour was counted, when that is not all of it. */
export const findCountedSince = ({ sinceMs }: RequestCounts, nowMs: number): number | null =>
  sinceMs !== null && sinceMs > nowMs - HOUR_MS ? sinceMs : null;
