import { settingsItem } from '../platform/reader-items.ts';
import { message } from '../ui/strings.ts';
import { useStoredItem } from '../ui/use-stored-item.ts';

/** Lets the exchanges that can only be heard live be heard while a page is read, or not. */
export const StreamSwitch = () => {
  const [settings, update] = useStoredItem(settingsItem);
  return (
    <label class="switch stream-switch">
      <input
        type="checkbox"
        checked={settings?.liveStreams ?? true}
        disabled={settings === null}
        onChange={({ currentTarget: { checked } }) =>
          void update((before) => ({ ...before, liveStreams: checked }))
        }
      />
      {message('liveStreams')}
    </label>
  );
};
