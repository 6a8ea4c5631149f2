import { toFreshness } from '../../domain/market/freshness.ts';
import { toAgeText } from '../../ui/age-text.ts';
import { toSourceName } from '../../ui/source-name.ts';
import { message } from '../../ui/strings.ts';
import type { PageFacts } from '../page-facts.ts';

/** How many of the largest coins are up on the day; nothing before the first answer. */
export const Breadth = ({ facts }: { readonly facts: PageFacts }) => {
  const breadth = facts.market()?.breadth;
  if (!breadth) return null;
  const { up, of, atMs } = breadth;
  const freshness = toFreshness('quote', atMs, facts.nowMs());
  return (
    <section class={`breadth mn-${freshness}`}>
      <h3>{message('panelBreadth')}</h3>
      <p>
        {message('panelBreadthUp', String(up), String(of))}{' '}
        <span class="of">
          {toSourceName('coingecko')} · {toAgeText(atMs, freshness, facts.nowMs())}
        </span>
      </p>
      <span class="parts" aria-hidden="true">
        <span class="mn-short" style={{ flexGrow: String(up) }} />
        <span class="mn-long" style={{ flexGrow: String(of - up) }} />
      </span>
    </section>
  );
};
