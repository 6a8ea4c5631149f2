import { SETTINGS, type SettingGroup, type SettingName, type Settings } from '../domain/settings.ts';

/**
 * Settings that nothing heeds yet are not drawn: a control without effect would lie. `density`, `language` and `badgeCoin`
 * wait for what they set. `sourcesOff` is drawn beside the state of the sources.
 */
const DRAWN = [
  'figures',
  'theme',
  'risingColour',
  'currency',
  'liveStreams',
] as const satisfies SettingName[];
export type DrawnSetting = (typeof DRAWN)[number];

/** Notes beside each figure are not drawn yet. */
const UNHEEDED_OPTIONS: readonly string[] = ['beside'];

/** The settings of one part of the page, in their order. */
export const findDrawnSettings = (group: SettingGroup): DrawnSetting[] =>
  DRAWN.filter((name) => SETTINGS[name].group === group);

export const findDrawnOptions = (name: DrawnSetting): readonly string[] => {
  const setting = SETTINGS[name];
  return setting.control === 'choice'
    ? setting.options.filter((option) => !UNHEEDED_OPTIONS.includes(option))
    : [];
};

/** Drawn settings that differ. */
export const findChangedSettings = (before: Settings, after: Settings): DrawnSetting[] =>
  DRAWN.filter((name) => before[name] !== after[name]);
