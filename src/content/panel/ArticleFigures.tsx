import { message } from '../../ui/strings.ts';
import { ComparedFigures } from '../card/ComparedFigures.tsx';
import { compareFigure } from '../figures/compare-figure.ts';
import type { FigureNote } from '../figures/figure-note.ts';
import type { PanelFacts } from './panel-facts.ts';

/** The same figure said twice is one line. */
const dropRepeated = (notes: readonly FigureNote[]): FigureNote[] => {
  const known = new Set<string>();
  return notes.filter(({ surface, figure: { kind, coins, venue } }) => {
    const key = JSON.stringify([surface, kind, coins, venue]);
    return !known.has(key) && known.add(key);
  });
};

/** Every figure that the article states, beside ours; nothing where it states none. */
export const ArticleFigures = ({ facts }: { readonly facts: PanelFacts }) => {
  const notes = dropRepeated(facts.figureNotes());
  if (notes.length === 0) return null;
  return (
    <section class="figures">
      <h3>{message('panelFigures')}</h3>
      {notes.map((note) => {
        const comparison = compareFigure(note, facts);
        return (
          <div key={`${note.figure.kind} ${note.figure.start} ${note.surface}`} class="figure">
            <h4>{comparison.subject}</h4>
            <ComparedFigures comparison={comparison} />
          </div>
        );
      })}
    </section>
  );
};
