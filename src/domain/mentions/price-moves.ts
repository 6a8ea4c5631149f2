import { smallWordAt } from './surroundings.ts';
import { charClass, HANGUL, IDEOGRAPH, isDigit, KATAKANA, SEPARATOR } from './tokenize.ts';
import { ARTICLES } from './trade-words.ts';
import { wordSet } from './word-set.ts';

/** What may stand between a coin and how it moved: `SOL’s price has briefly`, `XRP changed` (hands). */
const FILLERS = wordSet(
  'price+ is was are were has have had been also then now currently briefly all both again little changed',
);

/** How prices move, and how they are quoted. */
const MOVES = wordSet(
  'up down rose rise+ rising fall+ fell falling gain+ed gaining lose+ lost jump+ed jumping surge+d surging drop+ped ' +
    'dropping slide+ slid sliding slip+ped slipping climb+ed climbing soar+ed soaring rallies rallied rallying ' +
    'tumble+d plunge+d plunging advanced traded trades trading hands sank spike+d spiking dip+ped dumps dumped pumps ' +
    'pumped rebound+ed recover+ed double+d tripled leapt crashes crashed bounce+d higher lower flat unchanged steady priced trapped stuck hover+ed hovering snapped wobbled',
);

/** What stands before the level that a price is at. */
const LEVEL_WORDS = wordSet(
  'at to up down near above below over under around hit+ test+ reclaim+ break+ cross+ed',
);

/** What one does with a share of its worth. Other things are added and lost too, so the share itself must follow. */
const SHARE_VERBS = wordSet('added adds put+ gave gives shed+ pared ceded');
/** `a third`, `half`: a share in words. */
const SHARE_WORDS = wordSet('half third quarter fifth tenth');
const WORDS_TO_SHARE = 3;

/** What prices do to a level: `makes a new high`, `printed a 17-month high`. */
const REACH_VERBS = wordSet('makes made set+ hit+ prints printed notch+ed touch+ed');
const EXTREMES = wordSet('high+ low+ peak');
const WORDS_TO_EXTREME = 5;

/** `OIL NEAR $80`: whether a word with a figure right after it says where a price stands, and is no coin. */
export const saysLevel = (surface: string, after: string): boolean =>
  LEVEL_WORDS.has(surface.toLowerCase()) && after.startsWith(' ') && isFigureAt(after, 1);

/** The same moves in other languages that put a space after a name. */
const MOVES_ABROAD = wordSet(
  'stieg steigt fiel fällt legte legt verlor verliert notiert klettert kletterte sube subió sobe subiu cae cayó ' +
    'cai caiu pierde perdió perdeu cotiza recule reculé grimpe grimpé bondit chute chuté yükseldi düştü geriledi ' +
    'yüzde tăng giảm naik turun melonjak anjlok',
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

/** Whether one of the next words is one of these, or, for a share, a figure. */
const reaches = (text: string, from: number, most: number, words: ReadonlySet<string>): boolean => {
  let at = from;
  for (let count = 0; count < most; count += 1) {
    if (words.has(smallWordAt(text, at)) || (words === SHARE_WORDS && isFigureAt(text, at))) return true;
    at = text.indexOf(' ', at) + 1;
    if (at === 0) return false;
  }
  return false;
};

const startsWithMoveAbroad = (after: string): boolean => {
  if (after.charAt(0) !== ' ') return false;
  const first = smallWordAt(after, 1);
  return MOVES_ABROAD.has(FILLERS_ABROAD.has(first) ? smallWordAt(after, first.length + 2) : first);
};

const LONGEST_ASIDE = 24;

/**
 * Where an aside ends that a text starts with: `, by contrast,`. At its start where it starts with none, or with one that
 * says what a thing is: `MNT, the Mongolian tugrik,`.
 */
const asideEnd = (text: string): number => {
  const isAside = text.startsWith(', ') && !ARTICLES.has(smallWordAt(text, 2));
  const end = isAside ? text.indexOf(', ', 2) : -1;
  return end < 0 || end > LONGEST_ASIDE ? 0 : end + 1;
};

/** Whether a text that follows a coin goes on with how its price moved or where it stands: ` has risen`, ` at $3`. */
export const startsWithMove = (after: string): boolean => {
  if (isPastLatin(after.charCodeAt(0)) || isPastLatin(after.charCodeAt(1)))
    return MOVE_PAST_LATIN.test(after);
  for (let at = skip(after, asideEnd(after), ' (–—-'); at < after.length; ) {
    const word = smallWordAt(after, at);
    if (MOVES.has(word)) return true;
    const next = skip(after, at + word.length, ' ');
    if (LEVEL_WORDS.has(word) && !REACH_VERBS.has(word))
      return after.charAt(next) === '$' && isDigit(after.charAt(next + 1));
    if (SHARE_VERBS.has(word)) return reaches(after, next, WORDS_TO_SHARE, SHARE_WORDS);
    if (REACH_VERBS.has(word) && reaches(after, next, WORDS_TO_EXTREME, EXTREMES)) return true;
    if (!FILLERS.has(word)) return isFigureAt(after, at) || startsWithMoveAbroad(after);
    at = next;
  }
  return false;
};
