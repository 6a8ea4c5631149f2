/**
 * `npm run shots`: a picture of every surface in every mode, and one contact sheet a surface.
 *   NAME …       only these surfaces
 *   --out DIR    where to, out/shots by default
 *   --mode NAME  only this mode
 *   --store      the pictures for the stores instead, 1280 by 800
 * Fails when a surface is wider than its window: a page must not scroll sideways because of us.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { composeContactSheet, type Picture } from './contact-sheet.ts';
import { LANGUAGE_MODES, MODES, type Mode } from './modes.ts';
import { openStudio, type Studio } from './stage.ts';
import { takeStorePictures } from './store-pictures.ts';
import type { Surface } from './surface.ts';
import { SURFACES } from './surfaces.ts';

const { values, positionals } = parseArgs({
  options: {
    out: { type: 'string', default: join('out', 'shots') },
    mode: { type: 'string' },
    store: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

const pickByName = <T extends { readonly name: string }>(
  all: readonly T[],
  names: readonly string[],
): T[] => {
  const unknown = names.filter((name) => !all.some((each) => each.name === name));
  if (unknown.length > 0) {
    throw new Error(`No ${unknown.join(', ')} here, only: ${all.map(({ name }) => name).join(', ')}`);
  }
  return all.filter(({ name }) => names.length === 0 || names.includes(name));
};

const takePicture = async (studio: Studio, surface: Surface, mode: Mode): Promise<Picture> => {
  const stage = await studio.openStage(surface, mode);
  try {
    const { page } = await surface.open(stage);
    await page.bringToFront();
    const file = join(values.out, `${surface.name}-${mode.name}.png`);
    await page.screenshot(file, surface.extent);
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) {
      console.error(`${surface.name}, ${mode.name}: wider than its window`);
      process.exitCode = 1;
    }
    return { caption: mode.name, file };
  } finally {
    await stage.close();
  }
};

const takeSheets = async (studio: Studio): Promise<void> => {
  const surfaces = pickByName(SURFACES, positionals);
  const modes = pickByName([...MODES, ...LANGUAGE_MODES], values.mode === undefined ? [] : [values.mode]);
  for (const surface of surfaces) {
    const pictures: Picture[] = [];
    const ofSurface = modes.filter((mode) => surface.isInLanguages || !LANGUAGE_MODES.includes(mode));
    for (const mode of ofSurface) pictures.push(await takePicture(studio, surface, mode));
    const sheet = join(values.out, `${surface.name}.png`);
    await composeContactSheet(studio.browser.context, surface.name, pictures, sheet);
    console.log(sheet);
  }
};

mkdirSync(values.out, { recursive: true });
const studio = await openStudio();
try {
  if (values.store) for (const file of await takeStorePictures(studio, values.out)) console.log(file);
  else await takeSheets(studio);
} finally {
  await studio.close();
}
