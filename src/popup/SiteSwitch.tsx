import { message } from '../ui/strings.ts';

export interface SiteSwitchProps {
  readonly host: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

/** Whether Margin Notes runs on the site of the open page. */
export const SiteSwitch = ({ host, isOn, onSwitch }: SiteSwitchProps) => (
  <label class="site-switch">
    <span>{message('siteSwitch', host)}</span>
    <input
      type="checkbox"
      name="site"
      checked={isOn}
      onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
    />
  </label>
);
