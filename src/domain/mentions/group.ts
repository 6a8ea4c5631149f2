import type { Decision } from './draft.ts';
import { wordInNameGap } from './gaps.ts';
import { findVenueId, type Mention, type MentionForm } from './mention.ts';
import { letterCaseOf } from './tiers.ts';
import { wordSet } from './word-set.ts';

/** What a name may be called between itself and its ticker: `Solana token (SOL)` is one mention. */
const NOUNS = wordSet('coin token network');
const CLOSING = ')]）';

const isPair = (decision: Decision): boolean => decision.evidence.includes('trading pair');

const formOf = (decision: Decision): MentionForm => {
  if (decision.evidence.includes('cashtag')) return 'cashtag';
  if (isPair(decision)) return 'pair';
  return decision.role;
};

const toMention = (text: string, decision: Decision): Mention => ({
  start: decision.start,
  end: decision.end,
  surface: text.slice(decision.start, decision.end),
  id: decision.subject,
  kind: findVenueId(decision.subject) === null ? 'coin' : 'venue',
  form: formOf(decision),
  evidence: decision.evidence,
});

const isShortCapitals = (text: string): boolean => text.length <= 11 && letterCaseOf(text) === 'upper';

/** `Bitcoin (BTC)`, `Cardano’s ADA`, `1inch (1INCH)`: the second form is the first one's ticker. */
const belongTogether = (text: string, left: Decision, right: Decision): boolean => {
  if (left.subject !== right.subject || left.role !== 'name') return false;
  if (right.role !== 'ticker' && !isShortCapitals(text.slice(right.start, right.end))) return false;
  const word = wordInNameGap(text.slice(left.end, right.start));
  return word === '' || (word !== null && NOUNS.has(word));
};

/** The quote leg of a pair is what the price is counted in, not what the text is about. */
const isQuoteLeg = (text: string, base: Decision, next: Decision): boolean => {
  const gap = text.slice(base.end, next.start).trim();
  return (
    isPair(base) && gap.length <= 1 && (gap === '' || '/-–_'.includes(gap)) && next.start - base.end <= 3
  );
};

/** Makes mentions of a block's decisions: a name and the ticker beside it are one, closing bracket included. */
export const groupMentions = (text: string, decisions: readonly Decision[]): Mention[] => {
  const mentions: Mention[] = [];
  for (let at = 0; at < decisions.length; at += 1) {
    const decision = decisions[at];
    const next = decisions[at + 1];
    if (decision === undefined) continue;
    if (next !== undefined && isQuoteLeg(text, decision, next)) {
      mentions.push(toMention(text, decision));
      at += 1;
      continue;
    }
    if (next === undefined || !belongTogether(text, decision, next)) {
      mentions.push(toMention(text, decision));
      continue;
    }
    const opening = text.slice(decision.end, next.start);
    const isBracketed = /[([（]/.test(opening);
    const isClosed = isBracketed && next.end < text.length && CLOSING.includes(text.charAt(next.end));
    const end = isClosed ? next.end + 1 : next.end;
    mentions.push({
      ...toMention(text, { ...decision, end }),
      form: 'name+ticker',
      evidence: [...new Set([...decision.evidence, ...next.evidence])],
    });
    at += 1;
  }
  return mentions;
};
