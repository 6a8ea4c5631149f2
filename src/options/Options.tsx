import * as v from 'valibot';
import { SETTING_GROUPS, type Settings, SettingsSchema } from '../domain/settings.ts';
import { settingsItem } from '../platform/stored-items.ts';
import { Mark } from '../ui/Mark.tsx';
import { message } from '../ui/strings.ts';
import { useLook } from '../ui/use-look.ts';
import { useStoredItem } from '../ui/use-stored-item.ts';
import { type DrawnSetting, findDrawnSettings } from './drawn-settings.ts';
import { Section } from './Section.tsx';
import { SettingControl } from './SettingControl.tsx';

/** A control only offers what the schema knows. */
const toSettings = (before: Settings, name: DrawnSetting, value: string | boolean): Settings =>
  v.parse(SettingsSchema, { ...before, [name]: value });

/** Everything that the reader can set, made from the list of settings. */
export const Options = () => {
  const [settings, update] = useStoredItem(settingsItem);
  useLook(settings);
  return (
    <>
      <header>
        <Mark />
        <h1>{message('optionsTitle')}</h1>
      </header>
      <main>
        {settings &&
          SETTING_GROUPS.map((group) => (
            <Section key={group} heading={message(`settingGroup_${group}`)}>
              {findDrawnSettings(group).map((name) => (
                <SettingControl
                  key={name}
                  name={name}
                  settings={settings}
                  onChange={(changed, value) => void update((before) => toSettings(before, changed, value))}
                />
              ))}
            </Section>
          ))}
      </main>
    </>
  );
};
