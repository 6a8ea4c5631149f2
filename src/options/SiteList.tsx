import { useRef } from 'preact/hooks';

export interface SiteListProps {
  readonly heading: string;
  readonly sites: readonly string[];
  /** What stands there while there is none. */
  readonly empty: string;
  /** The name of the button beside each site, and of what it does to which. */
  readonly action: string;
  readonly toActionLabel: (site: string) => string;
  readonly onAction: (site: string) => void;
}

/** Sites by name, each with a way to take it off the list. */
export const SiteList = ({ heading, sites, empty, action, toActionLabel, onAction }: SiteListProps) => {
  const name = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <h3 ref={name} tabIndex={-1}>
        {heading}
      </h3>
      {sites.length === 0 && <p class="hint">{empty}</p>}
      <ul>
        {sites.map((site) => (
          <li key={site} class="field">
            <bdi>{site}</bdi>
            <button
              type="button"
              class="text-button"
              aria-label={toActionLabel(site)}
              onClick={() => {
                // The button goes with its row, and the focus must not go with it.
                name.current?.focus();
                onAction(site);
              }}
            >
              {action}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};
