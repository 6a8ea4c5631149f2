import { isFollowedByCapital, type Surroundings, startsWithWord } from './surroundings.ts';
import { wordSet } from './word-set.ts';

/** What people are called before their names. */
const TITLES = wordSet(
  'mr+ ms dr sir analyst+ senator president chairman chairwoman chair secretary minister commissioner ' +
    'representative judge professor lawyer attorney economist strategist trader founder co-founder ceo director ' +
    'reporter author actor actress singer',
);

/** What people do, and coins do not. */
const SPEECH = wordSet(
  'said says told tells added wrote writes argued noted explained recalled tweeted testified',
);

/** How a text goes on that says who somebody is: `, an analyst at`, `, who runs`. */
const APPOSITIONS = wordSet('a an the who whose chief head senior former');

/** What firms are called after a coin's name: they speak too. */
const FIRMS = wordSet('labs foundation network protocol capital ventures group inc company dao');

/** `Pepe said`: it is somebody or something that speaks. */
export const speaks = ({ adjoiningAfter }: Surroundings): boolean => SPEECH.has(adjoiningAfter);

/** A first name, told by its surname and by what people are called or do: `Jasmy Ortega, an analyst`, `Senator Luna Ramirez`. */
export const isFirstName = (around: Surroundings): boolean => {
  if (!isFollowedByCapital(around) || FIRMS.has(around.adjoiningAfter)) return false;
  const after = around.after.slice(around.gapAfter.length + around.nextWord.length);
  return (
    TITLES.has(around.adjoiningBefore) ||
    startsWithWord(after, ' ', SPEECH) ||
    startsWithWord(after, ', ', APPOSITIONS)
  );
};
