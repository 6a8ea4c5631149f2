import type { Details } from '../details.ts';
import type { LoadDetails } from '../load-details.ts';
import type { CardControl, CardControlParts } from './card-control.ts';

/** The card of a page that may not have come yet. */
export interface LateCard
  extends Pick<CardControl, 'onChipFocus' | 'onChipBlur' | 'onChipPress' | 'subject' | 'refresh'> {
  /** Brings the card's code, once there is something that it could open for. */
  prepare(): void;
}

/** Stands for the card until its code is here, and then lets it do the last thing that the reader did meanwhile. */
export const createLateCard = (load: LoadDetails, parts: CardControlParts): LateCard => {
  const { signal } = parts;
  const waiting = new AbortController();
  let card: CardControl | null = null;
  let missed: ((card: CardControl) => void) | null = null;

  const onLoaded = (details: Details | null): void => {
    if (!details || card || signal.aborted) return;
    waiting.abort();
    card = details.createCardControl(parts);
    missed?.(card);
    missed = null;
  };

  const prepare = (): void => {
    if (!card) void load().then(onLoaded);
  };

  const tell = (act: (card: CardControl) => void): void => {
    if (card) {
      act(card);
      return;
    }
    missed = act;
    prepare();
  };

  const options = { signal: AbortSignal.any([signal, waiting.signal]), passive: true };
  document.addEventListener(
    'pointermove',
    (event) => {
      missed = ({ onPointerMove }) => onPointerMove(event);
    },
    options,
  );
  document.addEventListener(
    'click',
    (event) => {
      missed = ({ onClick }) => onClick(event);
    },
    options,
  );

  return {
    prepare,
    onChipFocus: (note) => tell(({ onChipFocus }) => onChipFocus(note)),
    onChipBlur() {
      missed = null;
      card?.onChipBlur();
    },
    onChipPress: (note) => tell(({ onChipPress }) => onChipPress(note)),
    subject: () => card?.subject() ?? null,
    refresh: (notes) => card?.refresh(notes),
  };
};
