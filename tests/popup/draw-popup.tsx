import { readFirstValues } from '../../src/popup/first-values.ts';
import { Popup } from '../../src/popup/Popup.tsx';
import { draw } from '../ui/draw.ts';

/** Draws the popup as its own page does: after what its first frame needs was read. */
export const drawPopup = async (): Promise<HTMLElement> =>
  draw(<Popup first={await readFirstValues().all} />);
