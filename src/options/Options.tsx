import { SETTING_GROUPS } from '../domain/settings.ts';
import { settingsItem } from '../platform/reader-items.ts';
import { Mark } from '../ui/Mark.tsx';
import { message } from '../ui/strings.ts';
import { useLook } from '../ui/use-look.ts';
import { useStoredItem } from '../ui/use-stored-item.ts';
import { AlertFields } from './AlertFields.tsx';
import { DeleteAll } from './DeleteAll.tsx';
import { KeyFields } from './KeyFields.tsx';
import { Section } from './Section.tsx';
import { SettingFields } from './SettingFields.tsx';
import { Sites } from './Sites.tsx';
import { Sources } from './Sources.tsx';
import { Transfer } from './Transfer.tsx';

/** Everything that the reader can set, made from the list of settings, and what the reader may want to take along or delete. */
export const Options = () => {
  const [settings, update] = useStoredItem(settingsItem);
  useLook(settings);
  return (
    <>
      <header>
        <Mark />
        <h1>{message('optionsTitle')}</h1>
      </header>
      {settings && (
        <main>
          {SETTING_GROUPS.map((group) => (
            <Section key={group} heading={message(`settingGroup_${group}`)}>
              <SettingFields group={group} settings={settings} update={update} />
            </Section>
          ))}
          <Section heading={message('alertsHeading')} hint={message('alertsHint')}>
            <AlertFields settings={settings} />
          </Section>
          <Section heading={message('sourcesHeading')} hint={message('sourcesHint')}>
            <Sources settings={settings} update={update} />
          </Section>
          <Section heading={message('keysHeading')} hint={message('keysHint')}>
            <KeyFields />
          </Section>
          <Section heading={message('sitesHeading')} hint={message('sitesHint')}>
            <Sites />
          </Section>
          <Section heading={message('dataHeading')} hint={message('dataHint')}>
            <Transfer settings={settings} />
            <DeleteAll />
          </Section>
        </main>
      )}
    </>
  );
};
