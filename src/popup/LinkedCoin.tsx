import { message } from '../ui/strings.ts';
import { BriefRow, type BriefRowProps } from './BriefRow.tsx';
import { useFirstFocus } from './use-first-focus.ts';

/** The coin that the popup was opened for, above all others, when the reader does not watch it. */
export const LinkedCoin = (props: BriefRowProps) => {
  const section = useFirstFocus<HTMLElement>(true);
  return (
    <section ref={section} class="linked" tabIndex={-1} aria-labelledby="linked-heading">
      <h2 id="linked-heading" class="mn-label heading">
        {message('linkedHeading')}
      </h2>
      <ul>
        <BriefRow {...props} />
      </ul>
    </section>
  );
};
