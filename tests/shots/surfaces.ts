import { readPanel } from '../demo/report.ts';
import { waitForFigures } from '../demo/wait-for-figures.ts';
import { askPages } from '../support/ask-pages.ts';
import { pointAtWords } from '../support/point-at-words.ts';
import { until } from '../support/until.ts';
import { OPTIONS } from './options-surfaces.ts';
import { POPUP_SURFACES } from './popup-surfaces.ts';
import { STORY_SURFACES } from './story-surfaces.ts';
import type { Surface } from './surface.ts';

/** A dead widget of each shape, the way their plugins leave them. */
const STRIPS = `<!doctype html><html lang="en"><title>Strips</title>
  <style>:root { color-scheme: light dark; } body { max-width: 60rem; margin: 2rem auto; padding-inline: 1rem; font: 17px/1.5 Georgia, serif; }
    aside { max-width: 18rem; margin-block: 1.5rem; } h2 { font-size: 1rem; }</style>
  <div>You have not selected any currencies to display</div>
  <aside class="widget"><h2>Prices</h2>You have not selected any currencies to display</aside>
  <p>Quiet trading on Monday.</p>
  <div class="ccpw-container ccpw-price-label"><ul class="lbl-wrapper"></ul></div>
  <p>And again on Tuesday.</p>
  <div class="ccew_html_container">Please Select Coin</div></html>`;

/** One entry a surface, in the order of the sheets. */
export const SURFACES: readonly Surface[] = [
  {
    name: 'story',
    width: 1120,
    height: 900,
    extent: 'document',
    open: (stage) => stage.openStory(),
  },
  {
    name: 'card',
    width: 760,
    height: 900,
    isInLanguages: true,
    async open(stage) {
      const story = await stage.openStory();
      await (await story.page.waitFor('mn-chip >>> .chip')).hover();
      await story.page.waitFor('mn-card >>> .card');
      await waitForFigures(story.page);
      return story;
    },
  },
  {
    name: 'strips',
    width: 1120,
    height: 900,
    async open(stage) {
      const strips = await stage.openPage(STRIPS);
      for (const shape of ['marquee', 'list', 'label', 'table']) {
        await strips.page.waitFor(`mn-ticker >>> .${shape} .mn-live`);
      }
      return strips;
    },
  },
  {
    name: 'figure',
    width: 760,
    height: 700,
    async open(stage) {
      const story = await stage.openStory();
      await pointAtWords(story.page, 'above $93,500 by');
      await story.page.waitFor('mn-card >>> .card .since-then');
      return story;
    },
  },
  ...STORY_SURFACES,
  {
    name: 'panel',
    width: 1120,
    height: 1900,
    async open(stage) {
      const story = await stage.openStory();
      const popup = await stage.openPopup();
      await askPages(popup.page, 'togglePanel');
      await story.page.bringToFront();
      await story.page.waitFor('mn-panel >>> .venues .row:nth-child(3)');
      await until(
        'figures at publication',
        async () => (await story.page.findAll('mn-panel >>> .since-then')).length > 0,
        60_000,
      );
      await until('tickers of coins that the story does not name', async () =>
        /LINK/.test((await readPanel(story.page)) ?? ''),
      );
      return story;
    },
  },
  ...OPTIONS,
  {
    name: 'welcome',
    width: 760,
    height: 900,
    extent: 'document',
    isInLanguages: true,
    async open(stage) {
      const welcome = await stage.openExtensionPage('src/welcome/index.html');
      await waitForFigures(welcome.page);
      return welcome;
    },
  },
  ...POPUP_SURFACES,
  // Last, because what was dismissed stays so for the pages after it.
  {
    name: 'card-dismissed',
    width: 760,
    height: 700,
    async open(stage) {
      const story = await stage.openStory();
      await (await story.page.waitFor('mn-chip >>> .chip')).click();
      await (await story.page.waitFor('mn-card >>> .act[data-act=dismiss]')).click();
      await story.page.waitFor('mn-card >>> .dismissed');
      return story;
    },
  },
];
