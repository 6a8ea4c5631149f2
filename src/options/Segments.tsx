export interface SegmentsProps<Option extends string> {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: Option;
  readonly toLabel: (option: Option) => string;
  readonly onChange: (option: Option) => void;
}

/** A choice of a few, side by side. */
export const Segments = <Option extends string>(props: SegmentsProps<Option>) => {
  const { name, label, options, chosen, toLabel, onChange } = props;
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      <div class="segments">
        {options.map((option) => (
          <label key={option} class="segment">
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === chosen}
              onChange={() => onChange(option)}
            />
            <span>{toLabel(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
