import { MoneyContext } from '../../ui/money.ts';
import { toMoney } from '../../ui/reading.ts';
import { message } from '../../ui/strings.ts';
import { CloseButton } from '../CloseButton.tsx';
import { ArticleFigures } from './ArticleFigures.tsx';
import { ArticleSubjects } from './ArticleSubjects.tsx';
import { Breadth } from './Breadth.tsx';
import { MarketTable } from './MarketTable.tsx';
import type { PanelFacts } from './panel-facts.ts';

export interface PanelProps {
  readonly facts: PanelFacts;
  readonly onClose: () => void;
}

/** The article at a glance: what it names, the market around it, and its figures beside the present. */
export const Panel = ({ facts, onClose }: PanelProps) => (
  <article class="panel">
    <MoneyContext.Provider value={toMoney(facts.market())}>
      <header>
        <h2>{message('panelHeading')}</h2>
      </header>
      <ArticleSubjects facts={facts} />
      <Breadth facts={facts} />
      <MarketTable facts={facts} />
      <ArticleFigures facts={facts} />
    </MoneyContext.Provider>
    <CloseButton label={message('panelClose')} onClose={onClose} />
  </article>
);
