import type { ComponentChildren } from 'preact';
import type { Absence } from '../domain/market/absence.ts';
import type { Freshness } from '../domain/market/freshness.ts';
import { absenceMessage } from './absence-message.ts';

export interface FigureProps {
  readonly freshness: Freshness;
  /** Why the figure is missing, where it is. */
  readonly absence: Absence | null;
  /** The figure itself, drawn unless it is unknown. */
  readonly children: ComponentChildren;
}

/** Any figure by the one rule of honesty: live in full ink, stale in grey, unknown as a dash with its reason. */
export const Figure = ({ freshness, absence, children }: FigureProps) =>
  freshness === 'unknown' ? (
    <Unknown absence={absence ?? 'not-published'} />
  ) : (
    // A signed number has no direction of its own: left to the text around it, +6.2% would read 6.2%+ in Arabic.
    <span class={`mn-figure mn-${freshness}`} dir="auto">
      {children}
    </span>
  );

const Unknown = ({ absence }: { readonly absence: Absence }) => {
  const reason = absenceMessage(absence);
  return (
    <span class="mn-figure mn-unknown" title={reason}>
      <span aria-hidden="true">—</span>
      <span class="mn-hidden">{reason}</span>
    </span>
  );
};
