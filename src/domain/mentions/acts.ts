import { type Surroundings, smallWordAt } from './surroundings.ts';
import { wordSet } from './word-set.ts';

/** What may stand between a name and what it does: `Stellar to overtake`, `Golem finally launches`. */
const FILLERS = wordSet('to will finally now officially just has have also');

/** What networks and exchanges do in the news. Prices do other things: see `startsWithMove`. */
const ACTS = wordSet(
  'launch launches launched launching unveil unveils unveiled integrate integrates integrated activate activates ' +
    'activated deploy deploys deployed migrate migrates migrated rebrand rebrands rebranded partner partners partnered ' +
    'tap taps tapped join joins joined adopt adopts adopted burn burns burned pause pauses paused halt halts halted ' +
    'suspend suspends suspended resume resumes resumed unlock unlocks unlocked vote votes voted upgrade upgrades ' +
    'upgraded overtake overtakes overtook surpass surpasses surpassed flip flips flipped lead leads led add adds added list lists ' +
    'listed delist delists delisted say says said announce announces announced introduce introduces introduced ' +
    'set sets cut cuts raise raises raised move moves moved shut shuts block blocks blocked propose proposes proposed ' +
    'sue sues sued settle settles settled repay repays repaid freeze freezes froze buy buys bought release releases released ' +
    'publish publishes published expand expands expanded secure secures secured acquire acquires acquired outperform outperforms outperformed',
);

/** What firms do besides. `Optimism returns` is a mood. */
const FIRM_ACTS = wordSet(
  'return returns returned leave leaves left exit exits exited hire hires hired fire fires fired pay pays paid lay lays laid',
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
