import { SETTINGS, type Settings } from '../domain/settings.ts';
import { message } from '../ui/strings.ts';
import { CoinChoice } from './CoinChoice.tsx';
import { type DrawnSetting, findDrawnOptions } from './drawn-settings.ts';
import { Segments } from './Segments.tsx';
import { toOptionLabel, toSettingLabel } from './setting-text.ts';

/** What a control can be set to; null where none is chosen. */
export type SettingValue = string | boolean | null;

export interface SettingControlProps {
  readonly name: DrawnSetting;
  readonly settings: Settings;
  readonly onChange: (name: DrawnSetting, value: SettingValue) => void;
}

/** More than that would not stand in a row. */
const MOST_BUTTONS = 3;

/** One setting, by the control that its kind asks for. */
export const SettingControl = (props: SettingControlProps) => {
  const { control } = SETTINGS[props.name];
  if (control === 'switch') return <SwitchSetting {...props} />;
  if (control === 'coin') return <CoinSetting {...props} />;
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
  <Segments
    name={name}
    label={toSettingLabel(name)}
    options={findDrawnOptions(name)}
    chosen={String(settings[name])}
    toLabel={(option) => toOptionLabel(name, option)}
    onChange={(option) => onChange(name, option)}
  />
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

const CoinSetting = ({ name, settings, onChange }: SettingControlProps) => {
  const chosen = settings[name];
  return (
    <CoinChoice
      name={name}
      label={toSettingLabel(name)}
      coinId={typeof chosen === 'string' ? chosen : null}
      nobody={message('coinNone')}
      onChange={(coinId) => onChange(name, coinId)}
    />
  );
};
