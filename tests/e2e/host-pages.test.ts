import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCard, readChips } from '../demo/report.ts';
import { buildReactPage, toExpectedText } from '../host-pages/react/page.ts';
import { STEPS } from '../host-pages/react/Story.ts';
import type { ServedPage } from '../support/page-server.ts';
import { sleep } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

/** Longer than the page must be quiet before chips come back. */
const SETTLE_MS = 1800;

describe.each(BROWSERS)('a host page in %s', (name) => {
  let world: World;
  let reactPage: ServedPage;
  beforeAll(async () => {
    world = await openWorld(name);
    reactPage = await buildReactPage();
  });
  afterAll(() => world?.close());

  it('that React hydrates and rewrites loses no text and meets no error', async () => {
    const page = await world.open(reactPage);
    await waitForChips(page);
    for (const step of STEPS) {
      expect(await page.evaluate(`showStep(${step})`), `step ${step}, at once`).toBe(toExpectedText(step));
      await sleep(SETTLE_MS);
      const text = await page.evaluate(`document.getElementById('root').textContent`);
      expect(text, `step ${step}, annotated again`).toBe(toExpectedText(step));
    }
    expect(await page.evaluate('hostErrors')).toEqual([]);
    const ids = (await readChips(page)).map(({ id }) => id);
    expect(ids.length).toBe(new Set(ids).size);
    expect(ids).toEqual(expect.arrayContaining(['bitcoin', 'ethereum', 'solana', 'cardano']));
    await page.close();
  });

  it('that React rewrites faster than it settles loses no text', async () => {
    const page = await world.open(reactPage);
    await waitForChips(page);
    for (let turn = 0; turn < 30; turn++) {
      const step = STEPS[turn % STEPS.length] ?? 0;
      expect(await page.evaluate(`showStep(${step})`)).toBe(toExpectedText(step));
      await sleep(turn % 3 === 0 ? 300 : 10);
    }
    expect(await page.evaluate('hostErrors')).toEqual([]);
    await page.close();
  });

  it('under a CSP that allows nothing is annotated all the same', async () => {
    const policy = "default-src 'none'; require-trusted-types-for 'script'";
    const page = await world.open({
      ...toPage('<p>Bitcoin rose.</p>You have not selected any currencies to display'),
      headers: { 'content-security-policy': policy },
    });
    await waitForChips(page);
    const chip = await page.waitFor('mn-chip >>> .chip');
    await chip.hover();
    await page.waitFor('mn-card >>> .card');
    expect((await readCard(page))?.text).toMatch(/Bitcoin BTC .*\$[\d,.]+/);
    await page.waitFor('mn-ticker >>> li .mn-live');
    expect(await page.evaluate(`getComputedStyle(document.querySelector('mn-card')).position`)).toBe('fixed');
    await page.close();
  });

  it('keeps its text, its copies and its words to itself', async () => {
    const page = await world.open(toPage('<p id="p">Bitcoin (BTC) and Gate.io rose; bitcoin again.</p>'));
    const text = 'Bitcoin (BTC) and Gate.io rose; bitcoin again.';
    await waitForChips(page);
    expect(await page.evaluate(`document.getElementById('p').textContent`)).toBe(text);
    expect(await page.evaluate(`document.getElementById('p').innerText`)).toBe(text);
    expect(
      await page.evaluate(
        `(getSelection().selectAllChildren(document.getElementById('p')), getSelection().toString())`,
      ),
    ).toBe(text);
    expect(await page.evaluate(`document.querySelector('mn-chip').shadowRoot`)).toBe(null);
    await page.close();
  });

  it('is reached by keyboard alone', async () => {
    const page = await world.open(toPage('<p>Bitcoin rose and Ethereum fell.</p>'));
    await waitForChips(page);
    await page.press('Tab');
    await page.waitFor('mn-card >>> .card[data-id="bitcoin"]');
    await page.press('Tab');
    await page.waitFor('mn-card >>> .card[data-id="ethereum"]');
    await page.press('Enter');
    await page.press('Tab');
    await page.press('Enter');
    await page.waitFor('mn-card >>> .watch[aria-pressed="false"]');
    await page.press('Escape');
    await sleep(200);
    expect(await readCard(page)).toBe(null);
    await page.close();
  });

  it('meets no error of ours', () => {
    expect(world.browser.errors).toEqual([]);
  });
});
