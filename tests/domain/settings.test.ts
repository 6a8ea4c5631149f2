import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, SETTING_GROUPS, SETTINGS, SettingsSchema } from '../../src/domain/settings.ts';

describe('the settings', () => {
  it('have a default each, which a reader has who never chose', () => {
    expect(v.parse(SettingsSchema, {})).toEqual(DEFAULT_SETTINGS);
  });

  it('lose one bad value and keep the others', () => {
    const stored = {
      density: 'everywhere',
      currency: 'eur',
      liveStreams: 'no',
      badgeCoin: 7,
      sourcesOff: ['okx'],
    };
    expect(v.parse(SettingsSchema, stored)).toEqual({
      ...DEFAULT_SETTINGS,
      currency: 'eur',
      sourcesOff: ['okx'],
    });
  });

  it('stand in a known part of the options each', () => {
    for (const { group } of Object.values(SETTINGS)) expect(SETTING_GROUPS).toContain(group);
  });
});
