import { beforeEach, describe, expect, it, vi } from 'vitest';

type Listener = (message: unknown, sender: unknown) => unknown;
const listeners: Listener[] = [];

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'margin-notes',
      getURL: (path: string) => `chrome-extension://margin-notes/${path}`,
      onMessage: { addListener: (listener: Listener) => listeners.push(listener), removeListener: () => {} },
    },
  },
}));

const { answerMessages } = await import('../../src/platform/messenger.ts');
const { protocol } = await import('../../src/platform/protocol.ts');

/** A request of each message that its schema takes. */
const REQUESTS = {
  readMarket: { coinIds: ['bitcoin'], inViewIds: [], venueIds: ['bybit'] },
  readLiquidations: { windowMs: 24 * 3_600_000 },
  readPriceAt: { coinId: 'bitcoin', atMs: 1 },
  searchCoins: { query: 'bit', limit: 10 },
  readCoins: { coinIds: ['bitcoin'] },
  writeAlert: { coinId: 'bitcoin' },
} as const;

const PAGE = { id: 'margin-notes', url: 'https://www.coindesk.com/story' };
const POPUP = { id: 'margin-notes', url: 'chrome-extension://margin-notes/src/popup/index.html' };

const requestFor = (name: string): unknown => (REQUESTS as Record<string, unknown>)[name] ?? {};

describe('messages', () => {
  const answered: string[] = [];
  const send = (message: unknown, sender: unknown): unknown =>
    listeners.map((listener) => listener(message, sender)).find((answer) => answer !== undefined);

  beforeEach(() => {
    listeners.length = 0;
    answered.length = 0;
    const handlers = Object.fromEntries(
      Object.keys(protocol).map((name) => [name, async () => answered.push(name)]),
    );
    answerMessages(handlers);
  });

  it.each(Object.entries(protocol))(
    '%s is answered to those who may send it, and to nobody else',
    (mn, { senders }) => {
      const message = { mn, request: requestFor(mn) };
      const may: readonly string[] = senders;
      expect(send(message, PAGE) !== undefined).toBe(may.includes('page'));
      expect(send(message, POPUP) !== undefined).toBe(may.includes('extension'));
      expect(answered).toHaveLength(may.length);
    },
  );

  it('lets a page read the market and texts, open what the reader asked for, and learn nothing of the reader', () => {
    const forPages = Object.entries(protocol).filter(([, { senders }]) =>
      senders.some((each) => each === 'page'),
    );
    expect(forPages.map(([name]) => name).sort()).toEqual([
      'loadDetails',
      'readFrameNotes',
      'readLiquidations',
      'readMarket',
      'readPriceAt',
      'readTexts',
      'runInStoryFrames',
      'writeAlert',
    ]);
  });

  it.each([
    ['another extension', { id: 'other', url: 'chrome-extension://other/page.html' }],
    ['another extension that claims our address', { id: 'other', url: POPUP.url }],
    ['somebody without a name', { url: POPUP.url }],
  ])('are not answered to %s', (_who, sender) => {
    for (const mn of Object.keys(protocol))
      expect(send({ mn, request: requestFor(mn) }, sender)).toBeUndefined();
    expect(answered).toEqual([]);
  });

  it('take no site that begins like ours for a page of ours', () => {
    const message = { mn: 'readPageNotes', request: {} };
    expect(send(message, { ...PAGE, url: 'https://chrome-extension.example/margin-notes/' })).toBeUndefined();
  });

  it.each([
    [null],
    ['readMarket'],
    [{}],
    [{ mn: 'constructor', request: {} }],
    [{ mn: '__proto__', request: {} }],
  ])('of the shape %j are left alone', (message) => {
    expect(send(message, POPUP)).toBeUndefined();
  });
});
