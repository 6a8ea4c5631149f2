import type { LANGUAGES } from '../../src/domain/languages.ts';

/** A way to look at a surface. */
export interface Mode {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors?: 'active';
  /** CSS pixels; the surface's own width when left out. */
  readonly width?: number;
  /** The direction that the document is given; its own when left out. */
  readonly direction?: 'rtl';
  /** The language that the reader chose; the browser's own when left out. */
  readonly language?: (typeof LANGUAGES)[number];
}

/** Every surface is opened once in each of these; one picture of a contact sheet is one mode. */
export const MODES: readonly Mode[] = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'narrow', colorScheme: 'light', width: 320 },
  { name: 'right-to-left', colorScheme: 'light', direction: 'rtl' },
  { name: 'forced-colours', colorScheme: 'dark', forcedColors: 'active' },
];

/** Surfaces with many words are opened in these as well: long words, an alphabet of its own, and lines that break anywhere. */
export const LANGUAGE_MODES: readonly Mode[] = [
  { name: 'german', colorScheme: 'light', language: 'de' },
  { name: 'german-narrow', colorScheme: 'light', language: 'de', width: 320 },
  { name: 'russian', colorScheme: 'light', language: 'ru' },
  { name: 'japanese', colorScheme: 'light', language: 'ja' },
];
