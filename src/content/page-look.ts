import { createLookSheet } from '../ui/look.ts';

/**
 * The look of everything that we open over a page. It holds inside of the closed roots only: on the host elements the page
 * could read what the reader chose.
 */
export const pageLook = createLookSheet(':host > *');
