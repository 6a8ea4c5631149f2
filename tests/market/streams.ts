import type { Server } from 'node:https';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { toHostName } from '../support/local-server.ts';
import type { MarketClock } from './clock.ts';
import type { Fault, FaultPlan } from './faults.ts';
import type { MarketRequest } from './market.ts';
import type { Scenario } from './scenario.ts';
import { venues } from './venues/index.ts';
import type { VenueStream } from './venues/venue.ts';

interface StreamContext {
  readonly scenario: Scenario;
  readonly clock: MarketClock;
  readonly faults: FaultPlan;
  readonly onOpened: (request: MarketRequest) => void;
}

/** Real time between two pushes: Bybit's own. */
const PUSH_EVERY_MS = 500;

/** WebSocket's own code for a frame that the other side cannot read. */
const UNSUPPORTED_DATA = 1003;

/** Answers WebSocket upgrades on the market's server; each open stream gets orders as the clock passes them. */
export function serveStreams(server: Server, context: StreamContext): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, duplex, head) => {
    const host = toHostName(request.headers.host);
    const path = request.url ?? '/';
    const { pathname } = new URL(path, `https://${host}`);
    const stream = venues
      .find((venue) => venue.host === host)
      ?.streams?.find((candidate) => candidate.path === pathname);
    const fault = context.faults.take(host, pathname);
    const status = fault?.kind === 'status' ? fault.status : stream ? 101 : 404;
    context.onOpened({ host, path, atMs: context.clock.nowMs(), status });
    if (!stream || status !== 101) {
      refuse(duplex, status);
      return;
    }
    sockets.handleUpgrade(request, duplex, head, (socket) => {
      if (fault?.kind === 'flood') flood(socket, fault);
      else if (fault?.kind !== 'silent') serve(socket, stream, context, toRewriter(fault));
      if (fault?.kind === 'cut' || fault?.kind === 'reset') socket.terminate();
    });
  });
  return {
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

type Rewrite = (frames: readonly unknown[]) => readonly unknown[];

/** What is pushed at a time goes through the fault as one list, as the rows of an answer do. */
function toRewriter(fault: Fault | null): Rewrite {
  if (fault?.kind !== 'rewritten') return (frames) => frames;
  return (frames) => JSON.parse(fault.rewrite(JSON.stringify(frames)));
}

function serve(
  socket: WebSocket,
  stream: VenueStream,
  { scenario, clock }: StreamContext,
  rewrite: Rewrite,
): void {
  const session = stream.open();
  const sendAll = (frames: readonly unknown[]) => {
    for (const frame of rewrite(frames)) socket.send(JSON.stringify(frame));
  };
  let sinceMs = clock.nowMs();
  const timer = setInterval(() => {
    const nowMs = clock.nowMs();
    const orders = scenario.orders({ venueId: stream.venueId }, sinceMs, nowMs);
    sinceMs = nowMs;
    sendAll(session.push(orders, nowMs));
  }, PUSH_EVERY_MS);
  socket.on('message', (data) => {
    try {
      sendAll(session.receive(data.toString()));
    } catch {
      socket.close(UNSUPPORTED_DATA);
    }
  });
  socket.on('close', () => clearInterval(timer));
  socket.on('error', () => socket.terminate());
}

/** Real time between two bursts of a flood. */
const BURST_EVERY_MS = 20;
/** A reader who is slower than the flood lets it pile up here no further than this. */
const MOST_WAITING_BYTES = 4_000_000;

function flood(socket: WebSocket, { frames, perSecond }: Extract<Fault, { kind: 'flood' }>): void {
  const perBurst = Math.round((perSecond * BURST_EVERY_MS) / 1000);
  let at = 0;
  const timer = setInterval(() => {
    for (let sent = 0; sent < perBurst && socket.bufferedAmount < MOST_WAITING_BYTES; sent += 1) {
      socket.send(frames[at % frames.length] ?? '');
      at += 1;
    }
  }, BURST_EVERY_MS);
  socket.on('close', () => clearInterval(timer));
  socket.on('error', () => socket.terminate());
}

function refuse(duplex: Duplex, status: number): void {
  duplex.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
