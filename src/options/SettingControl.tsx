import { SETTINGS, type Settings } from '../domain/settings.ts';
import { type DrawnSetting, findDrawnOptions } from './drawn-settings.ts';
import { toOptionLabel, toSettingLabel } from './setting-text.ts';

export interface SettingControlProps {
  readonly name: DrawnSetting;
  readonly settings: Settings;
  readonly onChange: (name: DrawnSetting, value: string | boolean) => void;
}

/** More than that would not stand in a row. */
const MOST_BUTTONS = 4;

/** One setting, by the control that its kind asks for. */
export const SettingControl = (props: SettingControlProps) => {
  if (SETTINGS[props.name].control === 'switch') return <SwitchSetting {...props} />;
  return findDrawnOptions(props.name).length > MOST_BUTTONS ? (
    <LongChoice {...props} />
  ) : (
    <ShortChoice {...props} />
  );
};

const SwitchSetting = ({ name, settings, onChange }: SettingControlProps) => (
  <label class="field is-switch">
    <span>{toSettingLabel(name)}</span>
    <input
      type="checkbox"
      name={name}
      checked={settings[name] === true}
      onChange={({ currentTarget }) => onChange(name, currentTarget.checked)}
    />
  </label>
);

const ShortChoice = ({ name, settings, onChange }: SettingControlProps) => (
  <fieldset class="field">
    <legend>{toSettingLabel(name)}</legend>
    <div class="segments">
      {findDrawnOptions(name).map((option) => (
        <label key={option} class="segment">
          <input
            type="radio"
            name={name}
            value={option}
            checked={settings[name] === option}
            onChange={() => onChange(name, option)}
          />
          <span>{toOptionLabel(name, option)}</span>
        </label>
      ))}
    </div>
  </fieldset>
);

const LongChoice = ({ name, settings, onChange }: SettingControlProps) => (
  <label class="field">
    <span>{toSettingLabel(name)}</span>
    <select
      name={name}
      value={String(settings[name])}
      onChange={({ currentTarget }) => onChange(name, currentTarget.value)}
    >
      {findDrawnOptions(name).map((option) => (
        <option key={option} value={option}>
          {toOptionLabel(name, option)}
        </option>
      ))}
    </select>
  </label>
);
