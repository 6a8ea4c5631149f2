import { Change } from '../../ui/Change.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { message } from '../../ui/strings.ts';
import type { Comparison } from '../figures/compare-figure.ts';
import type { OwnFigure } from '../figures/own-figure.ts';

/** The story's figure, the price at publication where it is one, and ours. No verdict. */
export const ComparedFigures = ({ comparison }: { readonly comparison: Comparison }) => {
  const { told, atPublication, now } = comparison;
  return (
    <dl class="compared">
      <dt>{message('figureStory')}</dt>
      <dd>
        <q class="told">{told.value}</q>
        <span class="of">{told.note}</span>
      </dd>
      <OwnFigures label={message('figureAtPublication')} figures={atPublication} />
      <OwnFigures label={message('cardNow')} figures={now} />
    </dl>
  );
};

interface OwnFiguresProps {
  readonly label: string;
  readonly figures: readonly OwnFigure[];
}

const OwnFigures = ({ label, figures }: OwnFiguresProps) => {
  if (figures.length === 0) return null;
  return (
    <>
      <dt>{label}</dt>
      {figures.map((figure) => (
        <dd key={figure.name}>
          {figures.length > 1 && <span class="whose">{figure.name}</span>}{' '}
          <Figure freshness={figure.freshness} absence={figure.absence}>
            {figure.value}
          </Figure>
          {figure.since !== null && (
            <span class="since-then">
              <Change fraction={figure.since} over="cardSince" freshness={figure.freshness} absence={null} />{' '}
              {message('figureSincePublication')}
            </span>
          )}
          <span class="of">{figure.note}</span>
        </dd>
      ))}
    </>
  );
};
