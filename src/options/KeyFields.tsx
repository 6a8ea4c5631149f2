import * as v from 'valibot';
import { KeysSchema } from '../domain/keys.ts';
import { keysItem } from '../platform/reader-items.ts';
import { toSourceName } from '../ui/source-name.ts';
import { message } from '../ui/strings.ts';
import { useStoredItem } from '../ui/use-stored-item.ts';

const KEY_NAMES = ['coingecko', 'coinalyze'] as const;
type KeyName = (typeof KEY_NAMES)[number];

/** The reader's own keys. Each is stored when the field is left; what can be no key is refused by the field itself. */
export const KeyFields = () => {
  const [keys, update] = useStoredItem(keysItem);
  const store = (name: KeyName, field: HTMLInputElement): void => {
    const entered = field.value.trim();
    const parsed = v.safeParse(KeysSchema.entries[name], entered);
    field.setCustomValidity(parsed.success ? '' : message('keyInvalid'));
    if (!field.reportValidity()) return;
    void update((before) => ({ ...before, [name]: entered }));
  };
  return (
    keys &&
    KEY_NAMES.map((name) => (
      <label key={name} class="field">
        <span>{message('keyOf', toSourceName(name))}</span>
        <input
          type="password"
          name={`key-${name}`}
          autocomplete="off"
          spellcheck={false}
          value={keys[name]}
          onInput={({ currentTarget }) => currentTarget.setCustomValidity('')}
          onChange={({ currentTarget }) => store(name, currentTarget)}
        />
      </label>
    ))
  );
};
