import { smallWordAt } from './surroundings.ts';
import { charClass, HANGUL, IDEOGRAPH, isDigit, KATAKANA, SEPARATOR } from './tokenize.ts';
import { wordSet } from './word-set.ts';

/** What may stand between a coin and how it moved: `SOL’s price has briefly`, `XRP changed` (hands). */
const FILLERS = wordSet(
  'price prices is was are were has have had also then now currently briefly all both again little changed',
);

/** How prices move, and how they are quoted. */
const MOVES = wordSet(
  'up down rose rise rises rising fall falls fell falling gain gains gained gaining lose loses lost jump ' +
    'jumps jumped jumping surges surged surging drops dropped dropping slid slides sliding slips slipped ' +
    'slipping climbs climbed climbing soars soared soaring rallies rallied rallying tumbles tumbled ' +
    'plunges plunged plunging advanced traded trades trading hands sank spikes spiked spiking dips dipped ' +
    'dumps dumped pumps pumped rebounds rebound rebounded recovers recovered retreats retreated doubles doubled doubling ' +
    'triples tripled quadrupled leapt leaps crashes crashed bounces bounced higher lower flat unchanged steady priced',
);

/** What stands before the level that a price is at. */
const LEVEL_WORDS = wordSet(
  'at to up down near above below over under around hit hits test tests reclaim reclaims break breaks crosses crossed',
);

/** What one does with a share of its worth. Other things are added and lost too, so the share itself must follow. */
const SHARE_VERBS = wordSet(
  'added adds adding put puts gave gives shed sheds shedding pared ceded cedes clawed',
);
/** What may stand between such a verb and the share: `put on another 12%`. */
const SHARE_FILLERS = wordSet('back on up nearly about almost around another a over more than');
/** `a third`, `half`: a share in words. */
const SHARE_WORDS = wordSet('half third quarter fifth sixth tenth');

/** What prices do to a level: `makes a new high`, `printed a 17-month high`. */
const REACH_VERBS = wordSet(
  'makes made sets set hits hit prints printed notches notched marks marked touches touched posts posted',
);
const EXTREMES = wordSet('high highs low lows peak ath top bottom');
const MAX_WORDS_TO_EXTREME = 4;

/** `OIL NEAR $80`: whether a word with a figure right after it says where a price stands, and is no coin. */
export const saysLevel = (surface: string, after: string): boolean =>
  LEVEL_WORDS.has(surface.toLowerCase()) && after.startsWith(' ') && isFigureAt(after, 1);

/** The same moves in other languages that put a space after a name. */
const MOVES_ABROAD = wordSet(
  'stieg steigt fiel fällt legte legt verlor verliert notiert klettert kletterte sube subió sobe subiu cae ' +
    'cayó cai caiu pierde perdió perdeu cotiza recule reculé grimpe grimpé bondit chute chuté yükseldi ' +
    'düştü geriledi yüzde tăng giảm naik turun melonjak anjlok',
);
const FILLERS_ABROAD = wordSet('a se');

/** Where no space follows a name, or verbs inflect: particles, then the first letters of a verb. */
const MOVE_PAST_LATIN =
  /^[도은는이가\s]*(급등|상승|급락|하락|올랐|내렸)|^[はがも]?、?(上昇|下落|急騰|急落|続伸|続落)|^(价格|價格)?(也|则|則|一度)?(上[涨漲]|下跌|大[涨漲]|暴[涨漲]|暴跌|[领領][涨漲]|突破|跌破)|^\s(на \S+ )?(подорож|подешев|вырос|упал|упав|снизил|подскоч|торгу|потерял|прибав|втрат|зріс|зросл|зросла|впав|впал)/i;

const CYRILLIC = 0x400;
const isPastLatin = (code: number): boolean => {
  const kind = charClass(code);
  return (
    kind === HANGUL || kind === IDEOGRAPH || kind === KATAKANA || (code >= CYRILLIC && kind !== SEPARATOR)
  );
};

const skip = (text: string, from: number, chars: string): number => {
  let at = from;
  while (at < text.length && chars.includes(text.charAt(at))) at += 1;
  return at;
};

/** `$0.41`, `-$3`, `+5 %`, `12.3%`. */
const isFigureAt = (text: string, from: number): boolean => {
  const at = skip(text, from, '+-–−');
  const sum = skip(text, at, ' ');
  if (text.charAt(sum) === '$') return isDigit(text.charAt(sum + 1));
  const end = skip(text, at, '0123456789.');
  return end > at && text.charAt(skip(text, end, ' ')) === '%';
};

/** Where the word after the one at `from` starts; hyphens are part of words here: `all-time`. */
const nextWordStart = (text: string, from: number): number => {
  const space = text.indexOf(' ', from);
  return space < 0 ? text.length : space + 1;
};

/** `added 22%`, `put on another 12%`, `lost a third`. */
const isShareAt = (text: string, from: number): boolean => {
  for (let at = from; at < text.length; at = nextWordStart(text, at)) {
    const word = smallWordAt(text, at);
    if (isFigureAt(text, at) || SHARE_WORDS.has(word)) return true;
    if (!SHARE_FILLERS.has(word)) return false;
  }
  return false;
};

/** ` new all-time high`, ` a record`. */
const reachesExtreme = (text: string, from: number): boolean => {
  let at = from;
  for (let count = 0; count <= MAX_WORDS_TO_EXTREME && at < text.length; count += 1) {
    if (EXTREMES.has(smallWordAt(text, at))) return true;
    at = nextWordStart(text, at);
  }
  return false;
};

const startsWithMoveAbroad = (after: string): boolean => {
  if (after.charAt(0) !== ' ') return false;
  const first = smallWordAt(after, 1);
  return MOVES_ABROAD.has(FILLERS_ABROAD.has(first) ? smallWordAt(after, first.length + 2) : first);
};

/** Whether a text that follows a coin goes on with how its price moved or where it stands: ` has risen`, ` at $3`. */
export const startsWithMove = (after: string): boolean => {
  if (isPastLatin(after.charCodeAt(0)) || isPastLatin(after.charCodeAt(1)))
    return MOVE_PAST_LATIN.test(after);
  for (let at = skip(after, 0, ' (–—-'); at < after.length; ) {
    const word = smallWordAt(after, at);
    if (MOVES.has(word)) return true;
    const next = skip(after, at + word.length, ' ');
    if (LEVEL_WORDS.has(word) && !REACH_VERBS.has(word))
      return after.charAt(next) === '$' && isDigit(after.charAt(next + 1));
    if (SHARE_VERBS.has(word)) return isShareAt(after, next);
    if (REACH_VERBS.has(word) && reachesExtreme(after, next)) return true;
    if (!FILLERS.has(word)) return isFigureAt(after, at) || startsWithMoveAbroad(after);
    at = next;
  }
  return false;
};

/** Whether it goes on with a level that prices reach: ` hits two-year high`. */
export const startsWithExtreme = (after: string): boolean => {
  if (!after.startsWith(' ')) return false;
  const verb = smallWordAt(after, 1);
  return REACH_VERBS.has(verb) && reachesExtreme(after, verb.length + 2);
};
