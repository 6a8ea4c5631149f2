/** Less light than this and the page is dark. Of 1; middle grey to the eye has half. */
const DARK_BELOW = 0.5;

/** How light a computed colour is, 0 to 1; null for one that lets through what lies behind it. */
export const readLightness = (colour: string): number | null => {
  const numbers = colour.match(/(?<![\w-])-?[\d.]+(e-?\d+)?/g);
  const [one = 0, two = 0, three = 0, alpha = 1] = (numbers ?? []).map(Number);
  // `transparent` has no numbers.
  if (!numbers || alpha < DARK_BELOW) return null;
  if (colour.startsWith('oklch') || colour.startsWith('oklab')) return one;
  if (colour.startsWith('lch') || colour.startsWith('lab')) return one / 100;
  const most = colour.startsWith('rgb') ? 255 : 1;
  return (0.299 * one + 0.587 * two + 0.114 * three) / most;
};

/**
 * Whether an element of the page stands on dark ground: that of the nearest ancestor which has one. A page without any
 * stands on the browser's own, which is as dark as the text on it is light.
 */
export const findPageScheme = (element: Element): 'light' | 'dark' => {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const ground = readLightness(getComputedStyle(at).backgroundColor);
    if (ground !== null) return ground < DARK_BELOW ? 'dark' : 'light';
  }
  const ink = readLightness(getComputedStyle(element).color) ?? 0;
  return ink > DARK_BELOW ? 'dark' : 'light';
};
