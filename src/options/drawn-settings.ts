import { SETTINGS, type SettingGroup, type SettingName, type Settings } from '../domain/settings.ts';

/** `sourcesOff` is drawn beside the state of the sources. */
const DRAWN = [
  'density',
  'figures',
  'theme',
  'risingColour',
  'language',
  'badgeCoin',
  'currency',
  'liveStreams',
] as const satisfies SettingName[];
export type DrawnSetting = (typeof DRAWN)[number];

/** The settings of one part of the page, in their order. */
export const findDrawnSettings = (group: SettingGroup): DrawnSetting[] =>
  DRAWN.filter((name) => SETTINGS[name].group === group);

export const findDrawnOptions = (name: DrawnSetting): readonly string[] => {
  const setting = SETTINGS[name];
  return setting.control === 'choice' ? setting.options : [];
};

/** Drawn settings that differ. */
export const findChangedSettings = (before: Settings, after: Settings): DrawnSetting[] =>
  DRAWN.filter((name) => before[name] !== after[name]);
