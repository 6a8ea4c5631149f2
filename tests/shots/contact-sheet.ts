import { readFileSync } from 'node:fs';
import type { BrowserContext } from 'playwright-core';

/** A picture on a contact sheet. */
export interface Picture {
  readonly caption: string;
  /** PNG. */
  readonly file: string;
}

const SHEET_WIDTH = 1800;

const toFigure = ({ caption, file }: Picture): string =>
  `<figure><figcaption>${caption}</figcaption><img src="data:image/png;base64,${readFileSync(file, 'base64')}"></figure>`;

const toSheet = (title: string, pictures: readonly Picture[]): string => `<!doctype html><style>
  body { margin: 0; padding: 24px; background: #8a8d93; font: 14px/1.4 system-ui, sans-serif; color: #fff; }
  h1 { font: 600 20px/1 system-ui, sans-serif; margin: 0 0 20px; }
  main { display: flex; flex-wrap: wrap; gap: 20px; align-items: flex-start; }
  figure { margin: 0; } figcaption { margin-bottom: 6px; }
  img { display: block; max-width: 860px; box-shadow: 0 1px 6px #0006; }
</style><h1>${title}</h1><main>${pictures.map(toFigure).join('')}</main>`;

/** Lays pictures out on one PNG, side by side in their own size as far as that goes. */
export const composeContactSheet = async (
  context: BrowserContext,
  title: string,
  pictures: readonly Picture[],
  file: string,
): Promise<void> => {
  const page = await context.newPage();
  try {
    await page.setViewportSize({ width: SHEET_WIDTH, height: 600 });
    await page.setContent(toSheet(title, pictures));
    await page.screenshot({ path: file, fullPage: true });
  } finally {
    await page.close();
  }
};
