import type { Decision } from './draft.ts';
import { findVenueId, type Mention, type MentionForm } from './mention.ts';

const BESIDE = /^(?:['’]s)?(?:\s(?:coin|token|network))?\s{1,3}[([“"]?\$?$|^[([]\$?$/iu;
/** The quote leg of a pair is what the price is counted in, not what the text is about. */
const QUOTE_GAP = /^\s?[/\-–_]?\s?$/u;
const CLOSING = /^[)\]]/;

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

const SHORT_CAPITALS = /^[A-Z0-9]{1,11}$/;

/** `Bitcoin (BTC)`, `Cardano’s ADA`, `1inch (1INCH)`: the second form is the first one's ticker. */
const belongTogether = (text: string, left: Decision, right: Decision): boolean =>
  left.subject === right.subject &&
  left.role === 'name' &&
  (right.role === 'ticker' || SHORT_CAPITALS.test(text.slice(right.start, right.end))) &&
  BESIDE.test(text.slice(left.end, right.start));

/** Makes mentions of a block's decisions: a name and the ticker beside it are one, closing bracket included. */
export const groupMentions = (text: string, decisions: readonly Decision[]): Mention[] => {
  const mentions: Mention[] = [];
  for (let at = 0; at < decisions.length; at += 1) {
    const decision = decisions[at];
    const next = decisions[at + 1];
    if (decision === undefined) continue;
    if (isPair(decision) && next !== undefined && QUOTE_GAP.test(text.slice(decision.end, next.start))) {
      mentions.push(toMention(text, decision));
      at += 1;
      continue;
    }
    if (next === undefined || !belongTogether(text, decision, next)) {
      mentions.push(toMention(text, decision));
      continue;
    }
    const isBracketed = /[([]/.test(text.slice(decision.end, next.start));
    const end = isBracketed && CLOSING.test(text.slice(next.end, next.end + 1)) ? next.end + 1 : next.end;
    mentions.push({
      ...toMention(text, { ...decision, end }),
      form: 'name+ticker',
      evidence: [...new Set([...decision.evidence, ...next.evidence])],
    });
    at += 1;
  }
  return mentions;
};
