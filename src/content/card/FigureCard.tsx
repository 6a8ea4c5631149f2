import type { Comparison } from '../figures/compare-figure.ts';
import { ComparedFigures } from './ComparedFigures.tsx';

/** A figure of the story beside the present. */
export const FigureCard = ({ comparison }: { readonly comparison: Comparison }) => (
  <>
    <header class="of-figure">
      <h2>{comparison.label}</h2>
      <span class="ticker">{comparison.subject}</span>
    </header>
    <ComparedFigures comparison={comparison} />
  </>
);
