import { TOPIC } from '../gazetteer.ts';
import { type SubjectId, toVenueSubject } from '../mention.ts';
import {
  ENGLISH_KINDS,
  type EnglishKind,
  type LetterCase,
  letterCaseOf,
  NAME_TIERS,
  type NameTier,
  TICKER_TIERS,
  type TickerTier,
} from '../tiers.ts';
import { foldText } from '../tokenize.ts';

/** One surface form as the packed table will hold it. */
export interface GazetteerForm {
  /** Folded: lower case, normal width. */
  readonly text: string;
  readonly owner: SubjectId;
  readonly nameTier: NameTier;
  readonly tickerTier: TickerTier;
  readonly english: EnglishKind;
  /** The case in which the owner itself writes the form. */
  readonly ownCase: LetterCase;
  /** Further subjects that the form may name, best first. */
  readonly rivals: readonly SubjectId[];
}

/** The data files of the repository, as text. Their first lines name their columns. */
export interface GazetteerFiles {
  readonly coins: string;
  readonly forms: string;
  readonly venues: string;
  readonly topics: string;
  readonly names: string;
}

const parseRows = (file: string): readonly (readonly string[])[] =>
  file
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

const listOf = (field: string | undefined): readonly string[] => (field ? field.split('|') : []);

const pick = <T extends string>(known: readonly T[], value: string | undefined): T => {
  const found = known.find((item) => item === (value ?? ''));
  if (found === undefined) throw new Error(`unknown value in the data files: ${value}`);
  return found;
};

/** How each coin writes its own names, by folded form: `dYdX` is its own case, and so is `Dash`. */
const ownSpellings = (coins: string): ReadonlyMap<string, string> => {
  const spellings = new Map<string, string>();
  for (const [, symbol = '', name = '', , , aliases] of parseRows(coins)) {
    for (const spelling of [name, ...listOf(aliases), symbol]) {
      const folded = foldText(spelling);
      if (!spellings.has(folded)) spellings.set(folded, spelling);
    }
  }
  return spellings;
};

/** Today's id of each coin that was renamed or replaced: an old name stands for what it became. */
const successors = (coins: string): ReadonlyMap<SubjectId, SubjectId> =>
  new Map(
    parseRows(coins).flatMap(([id = '', , , , successor]) => (successor ? [[id, successor] as const] : [])),
  );

const coinForms = (files: GazetteerFiles): GazetteerForm[] => {
  const spellings = ownSpellings(files.coins);
  const successorOf = successors(files.coins);
  const symbols = new Map(parseRows(files.coins).map(([id = '', symbol = '']) => [id, foldText(symbol)]));
  return parseRows(files.forms).map(([form = '', nameTier, tickerTier, english, coins = '']) => {
    const [named = ''] = coins.split(',');
    const [owner = '', ...rivals] = new Set(coins.split(',').map((id) => successorOf.get(id) ?? id));
    const text = foldText(form);
    return {
      text,
      owner,
      nameTier: pick(NAME_TIERS, nameTier),
      // `BITCOIN` is also the ticker of a small coin; read as a ticker it would outvote the name it really is.
      tickerTier: symbols.get(named) === text ? pick(TICKER_TIERS, tickerTier) : '',
      english: pick(ENGLISH_KINDS, english),
      ownCase: letterCaseOf(spellings.get(text) ?? form),
      rivals,
    };
  });
};

/** A decentralised market whose token bears its name is the coin: the policy labels the protocol as its token. */
const isProtocolWithToken = (type: string, token: string): boolean => token !== '' && /dex$/.test(type);

const venueForms = (files: GazetteerFiles): GazetteerForm[] =>
  parseRows(files.venues).flatMap(([id = '', name = '', type = '', token = '', tier = '', aliases]) => {
    const isCoin = isProtocolWithToken(type, token);
    return [name, ...listOf(aliases)].map((spelling) => {
      const [written = '', ownTier] = spelling.split('=');
      return {
        text: foldText(written),
        owner: isCoin ? token : toVenueSubject(id),
        nameTier: pick(NAME_TIERS, ownTier ?? (tier || 'any-case')),
        tickerTier: '' as const,
        english: /^(exact-case\+context|context)$/.test(ownTier ?? tier) ? ('word' as const) : ('' as const),
        ownCase: letterCaseOf(written),
        rivals: [],
      };
    });
  });

/** Names in other languages and scripts. `=word` marks one that is an everyday word there. */
const foreignForms = (files: GazetteerFiles): GazetteerForm[] =>
  parseRows(files.names).flatMap(([subject = '', , names]) =>
    listOf(names).map((name) => {
      const [written = '', kind] = name.split('=');
      return {
        text: foldText(written),
        owner: subject,
        nameTier: 'any-case' as const,
        tickerTier: '' as const,
        english: pick(ENGLISH_KINDS, kind),
        ownCase: 'lower' as const,
        rivals: [],
      };
    }),
  );

/** The word shared by an exchange and its token is the exchange; its ticker reading stays the token's. */
const shareForm = (venue: GazetteerForm, coin: GazetteerForm): GazetteerForm =>
  venue.owner.startsWith('venue:')
    ? {
        ...venue,
        tickerTier: coin.tickerTier,
        english: coin.english || venue.english,
        rivals: [coin.owner, ...coin.rivals],
      }
    : coin;

const topicForms = (files: GazetteerFiles): GazetteerForm[] =>
  parseRows(files.topics).map(([word = '']) => ({
    text: foldText(word),
    owner: TOPIC,
    nameTier: 'any-case',
    tickerTier: '',
    english: '',
    ownCase: 'lower',
    rivals: [],
  }));

/** A bare number is a number, whatever coin bears it. */
const IS_NUMBER = /^\d+$/;

/**
 * Every form of every coin and venue, one per folded text, grouped by owner: coins in rank order, then venues, then
 * topic words.
 */
export const collectForms = (files: GazetteerFiles): readonly GazetteerForm[] => {
  const byText = new Map<string, GazetteerForm>();
  for (const form of coinForms(files)) if (!IS_NUMBER.test(form.text)) byText.set(form.text, form);
  for (const venue of venueForms(files)) {
    const coin = byText.get(venue.text);
    byText.set(venue.text, coin === undefined ? venue : shareForm(venue, coin));
  }
  for (const form of foreignForms(files)) if (!byText.has(form.text)) byText.set(form.text, form);
  // A small coin called Crypto must not keep the word from telling what a text is about.
  for (const form of topicForms(files)) byText.set(form.text, form);

  const order = new Map<SubjectId, number>();
  for (const [id = ''] of parseRows(files.coins)) order.set(id, order.size);
  for (const [id = ''] of parseRows(files.venues)) order.set(toVenueSubject(id), order.size);
  order.set(TOPIC, order.size);
  const orderOf = (form: GazetteerForm): number => {
    const place = order.get(form.owner);
    if (place === undefined) throw new Error(`form ${form.text} names the unknown subject ${form.owner}`);
    return place;
  };
  return [...byText.values()].sort((a, b) => orderOf(a) - orderOf(b));
};
