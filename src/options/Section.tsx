import type { ComponentChildren } from 'preact';

export interface SectionProps {
  readonly heading: string;
  /** What the reader has to know before changing anything here. */
  readonly hint?: string;
  readonly children: ComponentChildren;
}

/** One part of the page: its name in the margin, its controls beside it. */
export const Section = ({ heading, hint, children }: SectionProps) => (
  <section>
    <div class="margin">
      <h2>{heading}</h2>
      {hint && <p>{hint}</p>}
    </div>
    <div class="body">{children}</div>
  </section>
);
