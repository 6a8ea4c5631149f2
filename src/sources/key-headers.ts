import type { Keys } from '../domain/keys.ts';
import { findCoinalyzeHeader } from './liquidations/coinalyze.ts';
import { findKeyHeader } from './prices/coingecko.ts';

/** What a host is told beside a question: the reader's own key for it, and no other's. */
export const toKeyHeaders = (host: string, keys: Keys): Readonly<Record<string, string>> => ({
  ...findKeyHeader(host, keys),
  ...findCoinalyzeHeader(host, keys),
});
