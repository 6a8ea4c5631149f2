import messages from '../../src/assets/_locales/en/messages.json' with { type: 'json' };
import { formatPriceShort } from '../../src/domain/format.ts';
import type { FailureCode } from '../../src/domain/market/absence.ts';
import { US_DOLLARS } from '../../src/domain/market/money.ts';
import type { Fault } from '../market/faults.ts';
import type { BrowserPage } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { askForMarket } from './ask-background.ts';
import { ensure, ensureBounded, type FaultCase } from './fault-case.ts';
import { comeBack, type FaultWorld, seeChips, waitToSee } from './fault-world.ts';

/** What the reader is told for each kind of failure. */
const REASONS: Readonly<Record<FailureCode, string>> = {
  offline: messages.absenceOffline.message,
  timeout: messages.absenceTimeout.message,
  'rate-limited': messages.absenceRateLimited.message,
  blocked: messages.absenceBlocked.message,
  'server-error': messages.absenceServerError.message,
  refused: messages.absenceRefused.message,
  'bad-payload': messages.absenceBadPayload.message,
};

const MB = 1_000_000;
/** What a host that fails may be asked in a case: the coins of one round, and the first try again. */
const MOST_OF_FAILING = 8;
/** A no to one request says nothing of the next: each of the fixed coins is asked for once. */
const MOST_OF_REFUSING = 30;
const mostFor = (reason: FailureCode): number => (reason === 'refused' ? MOST_OF_REFUSING : MOST_OF_FAILING);
const TWENTY_MINUTES_MS = 20 * 60_000;

const status = (code: number): Fault => ({ kind: 'status', status: code });

interface AnswerFault {
  readonly name: string;
  readonly fault: Fault;
  readonly reason: FailureCode;
  readonly short?: 'both';
}

const STATUS_CODES: Readonly<Record<number, FailureCode>> = {
  400: 'refused',
  401: 'refused',
  403: 'blocked',
  404: 'refused',
  408: 'refused',
  418: 'rate-limited',
  429: 'rate-limited',
  451: 'blocked',
  500: 'server-error',
  502: 'server-error',
  503: 'server-error',
  504: 'server-error',
};

const FAULTS: readonly AnswerFault[] = [
  ...Object.entries(STATUS_CODES).map(([code, reason]) => ({
    name: `status ${code}`,
    fault: status(Number(code)),
    reason,
    ...(code === '429' ? { short: 'both' as const } : {}),
  })),
  { name: 'no answer for 12 seconds', fault: { kind: 'slow', delayMs: 12_000 }, reason: 'timeout' },
  { name: 'connection cut in the body', fault: { kind: 'cut' }, reason: 'offline' },
  { name: 'connection reset before the answer', fault: { kind: 'reset' }, reason: 'offline' },
  { name: 'malformed JSON', fault: { kind: 'malformed' }, reason: 'bad-payload', short: 'both' },
  { name: 'empty body', fault: { kind: 'empty' }, reason: 'bad-payload' },
  { name: 'null instead of the answer', fault: { kind: 'replaced', body: null }, reason: 'bad-payload' },
  { name: 'text instead of the answer', fault: { kind: 'replaced', body: 'no' }, reason: 'bad-payload' },
  { name: 'HTML of a sign-in page', fault: { kind: 'captive-portal' }, reason: 'bad-payload' },
  {
    name: 'redirect to the site of the story',
    fault: { kind: 'redirect', to: 'https://www.coindesk.com/story' },
    reason: 'offline',
    short: 'both',
  },
  {
    name: 'redirect to another API',
    fault: { kind: 'redirect', to: 'https://api.coinpaprika.com/v1/tickers/btc-bitcoin' },
    reason: 'offline',
  },
  {
    name: 'answer of 100 MB',
    fault: { kind: 'huge', bytes: 100 * MB },
    reason: 'bad-payload',
  },
  {
    name: 'gzip bomb of 1 GB',
    fault: { kind: 'gzip-bomb', bytes: 1000 * MB },
    reason: 'bad-payload',
  },
];

/** A reader who has nothing yet: a dash with the reason, at most a few requests. */
const toColdCase = ({ name, fault, reason, short }: AnswerFault): FaultCase => ({
  name: `${name}, nothing known`,
  ...(short ? { short } : {}),
  async run(world) {
    world.market.fail({ fault });
    const page = await world.openStory();
    const chips = await waitToSee(page, 'a dash with a reason', ({ state, text, label }) =>
      state === 'unknown' ? text === '—' && label.includes(REASONS[reason]) : false,
    );
    ensureBounded(world.requests(), mostFor(reason));
    return chips.map(({ text }) => `${text} ${REASONS[reason]}`).join('; ');
  },
});

const BITCOIN = 'bitcoin';

const seeBitcoin = async (page: BrowserPage): Promise<string> =>
  (await seeChips(page)).find(({ id }) => id === BITCOIN)?.text ?? '';

/** Bitcoin's chip once it shows the last that the background heard: while every host fails, nothing newer comes. */
const seeLastKnown = (world: FaultWorld, page: BrowserPage): Promise<string> =>
  until('the last known price on the page', async () => {
    await comeBack(page);
    const market = await askForMarket(world);
    const quote = market?.coins.find(({ coinId }) => coinId === BITCOIN)?.quote;
    const shown = await seeBitcoin(page);
    return quote && shown.startsWith(formatPriceShort(quote.priceUsd, US_DOLLARS, 'en-US')) && shown;
  });

/** A reader who has figures from before: they stay, grey, and no more is asked than when nothing is known. */
const toWarmCase = ({ name, fault, reason, short }: AnswerFault): FaultCase => ({
  name: `${name}, figures known`,
  ...(short ? { short } : {}),
  async run(world) {
    const page = await world.openStory();
    await waitToSee(page, 'live figures', ({ state }) => state === 'live');
    await world.settle();
    world.market.fail({ fault });
    const mark = world.requests().length;
    await world.settle();
    const known = await seeLastKnown(world, page);
    await world.sleepFor(TWENTY_MINUTES_MS);
    await comeBack(page);
    const stale = await waitToSee(page, 'old figures in grey', ({ state }) => state === 'stale');
    const shown = await seeBitcoin(page);
    ensure(shown === known, `${known} became ${shown}`);
    ensureBounded(world.requests().slice(mark), mostFor(reason));
    return stale.map(({ text }) => `${text} in grey`).join('; ');
  },
});

const isOneOfEachKind = ({ reason }: AnswerFault, at: number): boolean =>
  FAULTS.findIndex((other) => other.reason === reason) === at;

const wrongClocks: readonly FaultCase[] = [
  {
    name: "machine's clock three hours behind",
    async run(world) {
      world.market.clock.advance(3 * 3_600_000);
      const page = await world.openStory();
      const chips = await waitToSee(page, 'live figures', ({ state }) => state === 'live');
      return chips.map(({ text }) => text).join('; ');
    },
  },
  {
    name: 'one host with a clock a day ahead',
    async run(world) {
      world.market.fail({
        host: 'api.coingecko.com',
        fault: { kind: 'wrong-clock', offsetMs: 86_400_000 },
      });
      const page = await world.openStory();
      const chips = await waitToSee(page, 'live figures', ({ state }) => state === 'live');
      return chips.map(({ text }) => text).join('; ');
    },
  },
];

/** Every way for an answer over HTTP to be wrong. */
export const answerCases: readonly FaultCase[] = [
  ...FAULTS.map(toColdCase),
  ...FAULTS.filter(isOneOfEachKind).map(toWarmCase),
  ...wrongClocks,
];
