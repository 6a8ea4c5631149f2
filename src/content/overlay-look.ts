import { createLookSheet } from '../ui/look.ts';

/** The look of what lies over the page: card and panel, which have a ground of their own. In closed roots only, as that of notes. */
export const overlayLook = createLookSheet(':host > *');
