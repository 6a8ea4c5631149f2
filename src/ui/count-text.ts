import { uiLocale } from './locale.ts';
import { type MessageName, message } from './strings.ts';

type Counted<Name extends string = MessageName> = Name extends `${infer Family}_other` ? Family : never;

/** Texts with a count, by the part of their names that all plural forms share. */
export type CountedName = Exclude<Counted, `setting_${string}`>;

/**
 * A text with a count, in the plural form that the language has for it: `on 1 exchange`, `на 5 биржах`. `$1` is the count. A form
 * that the texts lack is `other`, as where they are English in a browser of a language with more forms.
 */
export const countText = (name: CountedName, count: number): string => {
  const form = new Intl.PluralRules(uiLocale()).select(count);
  const shown = new Intl.NumberFormat(uiLocale()).format(count);
  return message(`${name}_${form}` as MessageName, shown) || message(`${name}_other`, shown);
};
