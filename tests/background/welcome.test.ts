import { beforeEach, expect, test, vi } from 'vitest';
import { followInstall } from '../../src/background/welcome.ts';

type OnInstalled = (details: { readonly reason: string }) => Promise<void>;
const world = vi.hoisted(() => ({
  installType: 'normal',
  opened: [] as string[],
  onInstalled: [] as OnInstalled[],
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      onInstalled: { addListener: (listener: OnInstalled) => world.onInstalled.push(listener) },
      getURL: (path: string) => `extension://id/${path}`,
    },
    management: { getSelf: async () => ({ installType: world.installType }) },
    tabs: { create: async ({ url }: { readonly url: string }) => world.opened.push(url) },
  },
}));

beforeEach(() => {
  world.opened = [];
  world.onInstalled = [];
});

test.each([
  ['install', 'normal', ['extension://id/src/welcome/index.html']],
  ['update', 'normal', []],
  ['browser_update', 'normal', []],
  ['install', 'development', []],
])('after %s of a %s copy the welcome page opens: %j', async (reason, installType, opened) => {
  world.installType = installType;
  followInstall();
  for (const listener of world.onInstalled) await listener({ reason });
  expect(world.opened).toEqual(opened);
});
