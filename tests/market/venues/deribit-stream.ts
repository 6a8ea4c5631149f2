import type { StreamSession, Venue } from './venue.ts';

/** `www.deribit.com`: trades of its perpetuals. Nobody is liquidated there on the day of the story. */
export const deribitStream: Venue = {
  host: 'www.deribit.com',
  streams: [{ path: '/ws/api/v2', venueId: 'deribit', open: openQuiet }],
};

interface Command {
  readonly id: number;
  readonly method: string;
  readonly params?: { readonly channels?: readonly string[] };
}

function openQuiet(): StreamSession {
  return {
    receive(text) {
      const { id, method, params } = JSON.parse(text) as Command;
      const result = method === 'public/subscribe' ? (params?.channels ?? []) : { version: '1.2.26' };
      return [{ jsonrpc: '2.0', id, result }];
    },
    push: () => [],
  };
}
