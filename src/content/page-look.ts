import { createLookSheet } from '../ui/look.ts';

/**
 * The look of what stands in the page itself: notes and strips, on the page's own ground. It holds inside of the closed roots
 * only: on the host elements the page could read what the reader chose.
 */
export const pageLook = createLookSheet(':host > *');
