/** The product's mark: a margin line and a note that ticks up. The same drawing as the icon, without its ground. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path class="mark-margin" d="M3.5 1v14" />
    <path class="mark-note" d="M7 11.5l2.5-3 1.5 2 2.5-6" />
  </svg>
);
