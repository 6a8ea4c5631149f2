import { type Surroundings, smallWordAt } from './surroundings.ts';
import { wordSet } from './word-set.ts';

/** What may stand between a name and what it does: `Stellar to overtake`, `Golem finally launches`. */
const FILLERS = wordSet('to will finally now officially just has have also');

/** What networks and exchanges do in the news. Prices do other things: see `startsWithMove`. */
const ACTS = wordSet(
  'launch+ed launching unveil+ed integrate+d activate+d deploy+ed migrate+d rebrand+ed ' +
    'partner+ed tap+ped join+ed adopt+ed burn+ed pause+d halt+ed suspend+ed resume+d unlock+ed vote+d upgrade+d ' +
    'overtake+ overtook surpass+ed flip+ped lead+ led add+ed list+ed delist+ed say+ said ' +
    'announce+d introduce+d set+ cut+ raise+d move+d shut+ block+ed propose+d sue+d settle+d repay+ repaid ' +
    'freeze+ froze buy+ bought release+d publish+ed expand+ed pass+ed secure+d acquire+d outperform+ed',
);

/** What firms do besides. `Optimism returns` is a mood. */
const FIRM_ACTS = wordSet(
  'file+d fined liquidate+d return+ed leave+ left exit+ed hire+d fire+d pay+ paid lay+ laid',
);

const MAX_FILLERS = 2;

/** Whether what stands here does what networks and exchanges do in the news: `Gate said`, `Flare lists FXRP`. */
export const acts = ({ after, isPossessive }: Surroundings, isFirm: boolean): boolean => {
  if (isPossessive || !after.startsWith(' ')) return false;
  let at = 1;
  for (let count = 0; count <= MAX_FILLERS; count += 1) {
    const word = smallWordAt(after, at);
    if (ACTS.has(word) || (isFirm && FIRM_ACTS.has(word))) return true;
    if (!FILLERS.has(word)) return false;
    at += word.length + 1;
  }
  return false;
};
