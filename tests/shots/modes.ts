/** A way to look at a surface. */
export interface Mode {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors?: 'active';
  /** CSS pixels; the surface's own width when left out. */
  readonly width?: number;
  /** The direction that the document is given; its own when left out. */
  readonly direction?: 'rtl';
}

/** Every surface is opened once in each of these; one picture of a contact sheet is one mode. */
export const MODES: readonly Mode[] = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'narrow', colorScheme: 'light', width: 320 },
  { name: 'right-to-left', colorScheme: 'light', direction: 'rtl' },
  { name: 'forced-colours', colorScheme: 'dark', forcedColors: 'active' },
];
