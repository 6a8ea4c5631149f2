import type { Decision } from './disambiguate.ts';
import { findVenueId, type Mention, type MentionForm } from './mention.ts';

const BESIDE = /^(?:['’]s)?\s{1,3}[([“"]?\$?$|^[([]\$?$/u;
/** The quote leg of a pair is what the price is counted in, not what the text is about. */
const QUOTE_GAP = /^\s?[/\-–_]?\s?$/u;
const CLOSING = /^[)\]]/;

const formOf = (decision: Decision): MentionForm => {
  if (decision.isCashtag) return 'cashtag';
  if (decision.isPair) return 'pair';
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

const belongTogether = (text: string, left: Decision, right: Decision): boolean =>
  left.subject === right.subject &&
  left.role === 'name' &&
  right.role === 'ticker' &&
  BESIDE.test(text.slice(left.end, right.start));

/** Makes mentions of a block's decisions: a name and the ticker beside it are one, closing bracket included. */
export const groupMentions = (text: string, decisions: readonly Decision[]): Mention[] => {
  const mentions: Mention[] = [];
  for (let at = 0; at < decisions.length; at += 1) {
    const decision = decisions[at];
    const next = decisions[at + 1];
    if (decision === undefined) continue;
    if (decision.isPair && next !== undefined && QUOTE_GAP.test(text.slice(decision.end, next.start))) {
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
