import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { Mode } from './modes.ts';
import type { Stage, Studio } from './stage.ts';
import type { Surface } from './surface.ts';
import { SURFACES } from './surfaces.ts';

/** What both stores ask for, in pixels. */
const SIZE = { width: 1280, height: 800 } as const;

/** In the order in which a store shows them. */
const PICTURES: readonly { readonly surface: string; readonly colorScheme: Mode['colorScheme'] }[] = [
  { surface: 'story', colorScheme: 'light' },
  { surface: 'card', colorScheme: 'light' },
  { surface: 'figure', colorScheme: 'light' },
  { surface: 'panel', colorScheme: 'dark' },
  { surface: 'popup', colorScheme: 'light' },
];

const toImage = (file: string, style: string): string =>
  `<img style="position: absolute; ${style}" src="data:image/png;base64,${readFileSync(file, 'base64')}">`;

/** The popup stands over the story, under its button: a browser takes no picture of both. */
const layOverStory = async (context: BrowserContext, popup: string, story: string): Promise<void> => {
  const page = await context.newPage();
  try {
    await page.setViewportSize(SIZE);
    const over = 'top: 0; right: 24px; border-radius: 0 0 8px 8px; box-shadow: 0 6px 28px #0005';
    await page.setContent(toImage(story, 'inset: 0') + toImage(popup, over));
    await page.screenshot({ path: popup });
  } finally {
    await page.close();
  }
};

const photograph = async (surface: Surface, stage: Stage, file: string): Promise<void> => {
  const { page } = await surface.open(stage);
  await page.bringToFront();
  await page.screenshot(file);
};

/** Takes the stores' pictures into a folder and gives their files. */
export const takeStorePictures = async (studio: Studio, folder: string): Promise<readonly string[]> => {
  const files: string[] = [];
  for (const [index, { surface: name, colorScheme }] of PICTURES.entries()) {
    const surface = SURFACES.find((each) => each.name === name);
    if (!surface) throw new Error(`There is no surface ${name}`);
    const file = join(folder, `${index + 1}-${name}.png`);
    const isPopup = name === 'popup';
    const framed = isPopup ? surface : { ...surface, ...SIZE };
    const stage = await studio.openStage(framed, { name: `store-${name}`, colorScheme });
    try {
      await photograph(framed, stage, file);
    } finally {
      await stage.close();
    }
    if (isPopup)
      await layOverStory(studio.browser.context, file, join(folder, `1-${PICTURES[0]?.surface}.png`));
    files.push(file);
  }
  return files;
};
