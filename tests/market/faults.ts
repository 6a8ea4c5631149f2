import type { ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

/** A way for a host to misbehave. */
export type Fault =
  /** An error status with the body that the venue would never send; `retryAfterS` sets Retry-After. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterS?: number }
  /** The right answer, late. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** The connection ends in the middle of the body. */
  | { readonly kind: 'cut' }
  /** The connection ends before any answer. */
  | { readonly kind: 'reset' }
  /** 200 with JSON that breaks off. */
  | { readonly kind: 'malformed' }
  /** 200 without a body. */
  | { readonly kind: 'empty' }
  /** 200 with another JSON value in place of the answer. */
  | { readonly kind: 'replaced'; readonly body: unknown }
  /** The answer, or the frames of a push as one list, as this makes it of the right one, both as JSON. */
  | { readonly kind: 'rewritten'; readonly rewrite: (json: string) => string }
  /** 200 with the sign-in page of a hotel's network. */
  | { readonly kind: 'captive-portal' }
  /** The right answer behind this many bytes of white space. */
  | { readonly kind: 'huge'; readonly bytes: number }
  /** The same, packed so that little of it travels. */
  | { readonly kind: 'gzip-bomb'; readonly bytes: number }
  /** 302 to another address. */
  | { readonly kind: 'redirect'; readonly to: string }
  /** A stream that opens and never says a word. */
  | { readonly kind: 'silent' }
  /** A stream that says these frames over and over. */
  | { readonly kind: 'flood'; readonly frames: readonly string[]; readonly perSecond: number }
  /** The right answer under a Date header that is off by this much. */
  | { readonly kind: 'wrong-clock'; readonly offsetMs: number };

/** Which requests a fault meets. What is left out matches all. */
export interface FaultRule {
  readonly host?: string;
  /** Beginning of the path. */
  readonly path?: string;
  /** Only so many requests; then the host is well again. */
  readonly times?: number;
  readonly fault: Fault;
}

/** The faults of a market: the newest rule that matches wins. */
export interface FaultPlan {
  add(rule: FaultRule): void;
  clear(): void;
  /** The fault for a request, counted against its rule. */
  take(host: string, path: string): Fault | null;
}

export function createFaultPlan(): FaultPlan {
  let rules: { readonly rule: FaultRule; left: number }[] = [];
  return {
    add(rule) {
      rules.unshift({ rule, left: rule.times ?? Number.POSITIVE_INFINITY });
    },
    clear() {
      rules = [];
    },
    take(host, path) {
      const match = rules.find(
        ({ rule, left }) =>
          left > 0 && (rule.host ?? host) === host && (rule.path === undefined || path.startsWith(rule.path)),
      );
      if (!match) return null;
      match.left -= 1;
      return match.rule.fault;
    },
  };
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** Sends `json` with this status, spoilt by the fault if there is one. Gives the status that went out. */
export function sendWithFault(
  response: ServerResponse,
  status: number,
  json: string,
  fault: Fault | null,
): number {
  switch (fault?.kind) {
    case 'status':
      if (fault.retryAfterS !== undefined) response.setHeader('retry-after', String(fault.retryAfterS));
      return send(response, fault.status, 'text/plain', `simulated fault ${fault.status}`);
    case 'slow':
      setTimeout(() => send(response, status, JSON_TYPE, json), fault.delayMs);
      return status;
    case 'cut':
      response.writeHead(status, { 'content-type': JSON_TYPE, 'content-length': Buffer.byteLength(json) });
      response.write(json.slice(0, Math.ceil(json.length / 2)), () => response.destroy());
      return status;
    case 'reset':
      response.destroy();
      return 0;
    case 'malformed':
      return send(response, 200, JSON_TYPE, json.slice(0, Math.ceil(json.length / 2)));
    case 'empty':
      return send(response, 200, JSON_TYPE, '');
    case 'replaced':
      return send(response, 200, JSON_TYPE, JSON.stringify(fault.body));
    case 'rewritten':
      return send(response, status, JSON_TYPE, fault.rewrite(json));
    case 'captive-portal':
      return send(response, 200, 'text/html', '<!doctype html><title>Sign in</title><p>Welcome to the hotel');
    case 'huge':
      response.writeHead(status, { 'content-type': JSON_TYPE });
      pipeline(Readable.from(padded(fault.bytes, json)), response, ignoreEnd);
      return status;
    case 'gzip-bomb':
      response.writeHead(status, { 'content-type': JSON_TYPE, 'content-encoding': 'gzip' });
      pipeline(Readable.from(padded(fault.bytes, json)), createGzip(), response, ignoreEnd);
      return status;
    case 'redirect':
      response.setHeader('location', fault.to);
      return send(response, 302, 'text/plain', 'simulated redirect');
    case 'wrong-clock':
      response.setHeader(
        'date',
        new Date(Date.parse(String(response.getHeader('date'))) + fault.offsetMs).toUTCString(),
      );
      return send(response, status, JSON_TYPE, json);
    default:
      return send(response, status, JSON_TYPE, json);
  }
}

/** A reader who has had enough closes the connection: that ends the sending, and is no error. */
const ignoreEnd = (): void => undefined;

/** White space in pieces, so that neither side needs to hold all of it; as fast as the reader takes it. */
function* padded(bytes: number, json: string): Generator<string> {
  const piece = ' '.repeat(64 * 1024);
  for (let left = bytes; left > 0; left -= piece.length) yield piece.slice(0, left);
  yield json;
}

function send(response: ServerResponse, status: number, type: string, body: string): number {
  response.writeHead(status, { 'content-type': type });
  response.end(body);
  return status;
}
