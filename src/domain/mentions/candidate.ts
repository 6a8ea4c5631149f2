import type { FormIndex } from './gazetteer.ts';

/** A place in a block whose text is a form of the gazetteer. Whether it names its subject is decided later. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly form: FormIndex;
  /** A quote leg is glued to it: `BTC` of `BTCUSDT`. */
  readonly isGluedPair: boolean;
  /** It stands with an ending or an article: `Bitcoins`, биткоина. Tickers do not inflect. */
  readonly isInflected: boolean;
}

/** A candidate as the gazetteer writes it. */
export const plainCandidate = (start: number, end: number, form: FormIndex): Candidate => ({
  start,
  end,
  form,
  isGluedPair: false,
  isInflected: false,
});
