import * as v from 'valibot';
import type { FailureCode } from '../domain/market/absence.ts';
import type { HttpFailure } from './http-failure.ts';
import type { RateLimit } from './rate-limit.ts';

export type HttpOutcome<T> =
  | { readonly ok: true; readonly value: T; readonly receivedAtMs: number }
  | { readonly ok: false; readonly failure: HttpFailure };

export interface HttpRequest<T> {
  readonly url: string;
  readonly schema: v.GenericSchema<unknown, T>;
  /** For APIs that say no with status 200: the failure an answer stands for, or null when it is a good one. */
  readonly findRefusal?: (value: T) => FailureCode | null;
}

/** Asks a public API for JSON. Never throws: every fault is a value with a closed code. */
export type Http = <T>(request: HttpRequest<T>) => Promise<HttpOutcome<T>>;

export interface HttpParts {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly rateLimit: RateLimit;
  /** What a host is to be told beside the question, such as the reader's own key. */
  readonly findHeaders?: (host: string) => Promise<Readonly<Record<string, string>>>;
  /** Hears the time that a host has, with every answer that it dates. */
  readonly noteHostTime?: (host: string, atMs: number) => void;
  /** Hears of every question that was sent, and whether its answer was of use. */
  readonly noteAnswer?: (host: string, isGood: boolean) => void;
}

const TIMEOUT_MS = 10_000;

/**
 * The largest honest answer, 250 coins with their week's line, is 1.3 MB; more than this is not an answer of these APIs, and
 * a dozen of them may arrive at a time.
 */
const MAX_BODY_BYTES = 4_000_000;

const failureOf = (code: FailureCode, status: number | null = null, retryAfterMs: number | null = null) =>
  ({ ok: false, failure: { code, status, retryAfterMs } }) as const;

/** `Retry-After` in ms: seconds or an HTTP date; null when absent or unreadable. */
const parseRetryAfter = (header: string | null, nowMs: number): number | null => {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
};

/** 403 and 451 are how exchanges close a whole country; 418 is Binance's ban for those who ignored 429. */
const codeOfStatus = (status: number): FailureCode => {
  if (status === 429 || status === 418) return 'rate-limited';
  if (status === 403 || status === 451) return 'blocked';
  return status >= 500 ? 'server-error' : 'refused';
};

/** The body as text, or null once it grows past the limit: the rest is not read. */
const readBody = async (response: Response): Promise<string | null> => {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BODY_BYTES) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The host's own time of an answer, also of one that lay in a cache on the way. */
const findHostTimeMs = (headers: Headers): number | null => {
  const dateMs = Date.parse(headers.get('date') ?? '');
  const ageS = Number(headers.get('age') ?? 0);
  return Number.isNaN(dateMs) || Number.isNaN(ageS) ? null : dateMs + ageS * 1000;
};

const request = async <T>(
  { url, schema, findRefusal }: HttpRequest<T>,
  { fetch, now, findHeaders, noteHostTime }: HttpParts,
): Promise<HttpOutcome<T>> => {
  try {
    const { host } = new URL(url);
    const response = await fetch(url, {
      headers: (await findHeaders?.(host)) ?? {},
      signal: AbortSignal.timeout(TIMEOUT_MS),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // None of these APIs redirects; whoever does would be handed the reader's key.
      redirect: 'error',
    });
    const hostTimeMs = findHostTimeMs(response.headers);
    if (!response.ok) {
      const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), now());
      return failureOf(codeOfStatus(response.status), response.status, retryAfterMs);
    }
    const body = await readBody(response);
    const parsed = v.safeParse(schema, body === null ? undefined : parseJson(body));
    if (!parsed.success) return failureOf('bad-payload', response.status);
    const refusal = findRefusal?.(parsed.output) ?? null;
    if (refusal) return failureOf(refusal, response.status);
    // A portal on the way may have any clock: only a host that answered in its own words is believed.
    if (hostTimeMs !== null) noteHostTime?.(host, hostTimeMs);
    return { ok: true, value: parsed.output, receivedAtMs: now() };
  } catch (error) {
    // A body that is cut short rejects like a lost network does: in both cases nothing usable arrived.
    return failureOf(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'offline');
  }
};

/** `Http` over a real fetch, held back by the limit of each host: a host in its back-off is not asked. */
export const createHttp = (parts: HttpParts): Http => {
  return async (asked) => {
    const host = new URL(asked.url).host;
    const waiting = await parts.rateLimit.findWait(host);
    if (waiting) return failureOf(waiting.code);
    const outcome = await request(asked, parts);
    parts.noteAnswer?.(host, outcome.ok);
    await parts.rateLimit.record(host, outcome.ok ? null : outcome.failure);
    return outcome;
  };
};
