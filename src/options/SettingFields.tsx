import * as v from 'valibot';
import { type SettingGroup, type Settings, SettingsSchema } from '../domain/settings.ts';
import { type DrawnSetting, findDrawnSettings } from './drawn-settings.ts';
import { SettingControl, type SettingValue } from './SettingControl.tsx';

export interface SettingFieldsProps {
  readonly group: SettingGroup;
  readonly settings: Settings;
  readonly update: (change: (settings: Settings) => Settings) => Promise<void>;
}

/** A control only offers what the schema knows. */
const toSettings = (before: Settings, name: DrawnSetting, value: SettingValue): Settings =>
  v.parse(SettingsSchema, { ...before, [name]: value });

/** The settings of one part of the page. */
export const SettingFields = ({ group, settings, update }: SettingFieldsProps) => (
  <>
    {findDrawnSettings(group).map((name) => (
      <SettingControl
        key={name}
        name={name}
        settings={settings}
        onChange={(changed, value) => void update((before) => toSettings(before, changed, value))}
      />
    ))}
  </>
);
