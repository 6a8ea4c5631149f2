import { useRef } from 'preact/hooks';
import { toListedName } from '../domain/coins/coin-table.ts';
import { findVenue } from '../domain/coins/venue.ts';
import { type Dismissal, toDismissalsWithout } from '../domain/dismissal.ts';
import { findVenueId } from '../domain/mentions/mention.ts';
import { dismissalsItem } from '../platform/reader-items.ts';
import { message } from '../ui/strings.ts';
import { useStoredItem } from '../ui/use-stored-item.ts';

const toSubject = (id: string): string => {
  const venueId = findVenueId(id);
  return venueId === null ? toListedName(id) : (findVenue(venueId)?.name ?? id);
};

const toLabel = ({ surface, id, host }: Dismissal): string =>
  message('dismissalIs', surface, toSubject(id), host);

/** What the reader said is no mention, the latest first, each with a way to take it back. */
export const Dismissals = () => {
  const [dismissals, update] = useStoredItem(dismissalsItem);
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {message('dismissalsHeading')}
      </h3>
      {dismissals?.length === 0 && <p class="hint">{message('dismissalsNone')}</p>}
      <ul>
        {dismissals?.toReversed().map((dismissal) => (
          <li key={toLabel(dismissal)} class="field">
            <bdi>{toLabel(dismissal)}</bdi>
            <button
              type="button"
              class="text-button"
              aria-label={message('dismissalUndoNamed', toLabel(dismissal))}
              onClick={() => {
                // The button goes with its row, and the focus must not go with it.
                heading.current?.focus();
                void update((before) => toDismissalsWithout(before, dismissal));
              }}
            >
              {message('dismissalUndo')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};
