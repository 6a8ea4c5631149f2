const PATHS = {
  // A bell: its outline, its rim, its clapper.
  alert: 'M4.5 11V7.5a3.5 3.5 0 0 1 7 0V11M3 11h10M7 13.2h2M8 4V2.8',
  add: 'M8 3.5v9M3.5 8h9',
  check: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  remove: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.2 10.2 14 14',
} as const;

export interface IconProps {
  readonly shape: keyof typeof PATHS;
}

/** A line drawing of 16 px in the colour of the text; what it stands for is said by the element around it. */
export const Icon = ({ shape }: IconProps) => (
  <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d={PATHS[shape]} />
  </svg>
);
