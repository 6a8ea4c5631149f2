import { message } from '../ui/strings.ts';

export interface StreamSwitchProps {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

/** Lets the exchanges that can only be heard live be heard while a page is read, or not. */
export const StreamSwitch = ({ isOn, onSwitch }: StreamSwitchProps) => (
  <label class="switch stream-switch">
    <input type="checkbox" checked={isOn} onChange={({ currentTarget: { checked } }) => onSwitch(checked)} />
    {message('liveStreams')}
  </label>
);
