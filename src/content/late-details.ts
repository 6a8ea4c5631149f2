import type { Details } from './details.ts';
import type { LoadDetails } from './load-details.ts';
import type { PageDetails, PageDetailsParts } from './page-details.ts';

/** Card and figures of a page, which may not have come yet. */
export interface LateDetails
  extends Pick<
    PageDetails,
    'onChipFocus' | 'onChipBlur' | 'onChipPress' | 'coinIds' | 'togglePanel' | 'focusNextNote' | 'refresh'
  > {
  /** Brings their code, once there is something that it could open for. */
  prepare(): void;
}

/** Stands for them until their code is here, and then lets it do the last thing that the reader did meanwhile. */
export const createLateDetails = (load: LoadDetails, parts: PageDetailsParts): LateDetails => {
  const { signal } = parts;
  const waiting = new AbortController();
  let page: PageDetails | null = null;
  let missed: ((page: PageDetails) => void) | null = null;

  const onLoaded = (details: Details | null): void => {
    if (!details || page || signal.aborted) return;
    waiting.abort();
    page = details.createPageDetails(parts);
    missed?.(page);
    missed = null;
  };

  const prepare = (): void => {
    if (!page) void load().then(onLoaded);
  };

  const tell = (act: (page: PageDetails) => void): void => {
    if (page) {
      act(page);
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
      page?.onChipBlur();
    },
    onChipPress: (note) => tell(({ onChipPress }) => onChipPress(note)),
    togglePanel: () => tell(({ togglePanel }) => togglePanel()),
    focusNextNote: () => tell(({ focusNextNote }) => focusNextNote()),
    coinIds: () => page?.coinIds() ?? [],
    refresh: () => page?.refresh(),
  };
};
