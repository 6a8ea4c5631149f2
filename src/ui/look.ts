import type { Settings } from '../domain/settings.ts';

/** How the reader wants our surfaces to look. */
export type Look = Pick<Settings, 'theme' | 'risingColour'>;

/**
 * The reader's look as rules for `selector`, over those of theme.css. Where nothing was chosen there are none: the system
 * and the default colours stand.
 */
const toLookRules = (selector: string, { theme, risingColour }: Look): string => {
  const scheme = theme === 'system' ? '' : `color-scheme:${theme};`;
  const rising = risingColour === 'green' ? '' : '--mn-up:var(--mn-red);--mn-down:var(--mn-green);';
  return scheme || rising ? `${selector}{${scheme}${rising}}` : '';
};

/** One sheet for all surfaces that adopt it: they change together, at once. */
export interface LookSheet {
  readonly sheet: CSSStyleSheet;
  show(look: Look): void;
}

export const createLookSheet = (selector: string): LookSheet => {
  const sheet = new CSSStyleSheet();
  let shown = '';
  return {
    sheet,
    show(look) {
      const rules = toLookRules(selector, look);
      if (rules === shown) return;
      shown = rules;
      sheet.replaceSync(rules);
    },
  };
};
