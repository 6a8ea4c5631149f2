import type { Mention } from '../../domain/mentions/mention.ts';
import { toListText } from '../../ui/list-text.ts';
import { type MessageName, message } from '../../ui/strings.ts';

/** What the engine's rules of evidence are called in the reader's words. */
const REASONS: Readonly<Record<string, MessageName>> = {
  cashtag: 'whyCashtag',
  'trading pair': 'whyTradingPair',
  'name with ticker': 'whyNameWithTicker',
  'called a token': 'whyCalledToken',
  'said to be one': 'whyCalledToken',
  named: 'whyCalledToken',
  'has a coin': 'whyCalledToken',
  'coin word follows': 'whyCoinWordFollows',
  'coin word precedes': 'whyCoinWordPrecedes',
  'chain word follows': 'whyCoinWordFollows',
  'network word follows': 'whyCoinWordFollows',
  'amount precedes': 'whyAmountPrecedes',
  'listing word precedes': 'whyListingWord',
  'listed with others': 'whyListed',
  'introduced in the text': 'whyIntroduced',
  'found elsewhere': 'whyFoundElsewhere',
  'explained near': 'whyFoundElsewhere',
  'acts as networks do': 'whyActs',
  'has what bears a name': 'whyCapital',
  'trading word precedes': 'whyTradingWord',
  'price move follows': 'whyPriceMove',
  'price follows': 'whyPriceMove',
  'exchange word follows': 'whyExchangeWord',
  'market preposition precedes': 'whyMarketPreposition',
  'traded there': 'whyMarketPreposition',
  'capital inside a sentence': 'whyCapital',
  capitals: 'whyCapital',
  'figure near': 'whyFigureNear',
  'crypto in the text': 'whyCryptoInText',
  'crypto near': 'whyCryptoInText',
  'text about crypto': 'whyAboutCrypto',
  'large coin': 'whyLargeCoin',
  'unmistakable form': 'whyUnmistakable',
};

/** The strongest reasons are enough. */
const MOST_REASONS = 3;

/** Why these words were taken for their coin or exchange. */
export const toWhyText = ({ evidence }: Mention): string => {
  const reasons = [...new Set(evidence.flatMap((name) => REASONS[name] ?? []))].slice(0, MOST_REASONS);
  return toListText(reasons.map((reason) => message(reason)));
};
