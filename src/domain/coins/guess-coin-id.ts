/** The id that CoinGecko would most likely make of a name; the tables carry an id only where this guess fails. */
export const guessCoinId = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
