import type { BrowserPage, ExtensionBrowser } from './browser.ts';
import type { ChromiumBrowser } from './chromium.ts';
import type { FirefoxBrowser } from './firefox.ts';

/** What style sheets are told of the reader's machine. What is left out is as it is. */
export interface Media {
  readonly medium?: 'print';
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active';
  readonly reducedMotion?: 'reduce';
}

const emulateInChromium = async ({ context }: ChromiumBrowser, url: string, media: Media): Promise<void> => {
  const page = context.pages().find((each) => each.url() === url);
  await page?.emulateMedia({
    media: media.medium ?? null,
    colorScheme: media.colorScheme ?? null,
    forcedColors: media.forcedColors ?? null,
    reducedMotion: media.reducedMotion ?? null,
  });
};

const emulateInFirefox = async (browser: FirefoxBrowser, { medium, ...media }: Media): Promise<void> => {
  await browser.evaluateInChrome(`(() => {
    const { browsingContext } =
      Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser;
    browsingContext.mediumOverride = ${JSON.stringify(medium ?? '')};
    browsingContext.prefersColorSchemeOverride = ${JSON.stringify(media.colorScheme ?? 'none')};
    browsingContext.forcedColorsOverride = ${JSON.stringify(media.forcedColors ?? 'none')};
    Services.prefs.setIntPref('ui.prefersReducedMotion', ${media.reducedMotion ? 1 : 0});
  })()`);
};

/** Brings the page to the front and tells its style sheets this and no more. */
export const emulateMedia = async (
  browser: ExtensionBrowser,
  page: BrowserPage,
  media: Media,
): Promise<void> => {
  await page.bringToFront();
  if (browser.name === 'firefox') await emulateInFirefox(browser as FirefoxBrowser, media);
  else
    await emulateInChromium(browser as ChromiumBrowser, String(await page.evaluate('location.href')), media);
};
