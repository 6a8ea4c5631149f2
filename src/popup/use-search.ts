import { useRef, useState } from 'preact/hooks';
import type { Coin } from '../domain/coins/coin.ts';
import { askBackground } from '../platform/messenger.ts';
import { rememberCoins } from './coin-label.ts';

const MOST_RESULTS = 7;

export interface Search {
  readonly query: string;
  /** Null before the first answer. */
  readonly coins: readonly Coin[] | null;
  /** The coins are those for this query, and not still those for the one before. */
  readonly isAnswered: boolean;
  readonly search: (query: string) => void;
}

/** What the background finds for what is typed. The last answer stays until the next is there: the list never flashes. */
export const useSearch = (): Search => {
  const [query, setQuery] = useState('');
  const latest = useRef('');
  const [answer, setAnswer] = useState<{ readonly query: string; readonly coins: readonly Coin[] } | null>(
    null,
  );

  const search = (text: string): void => {
    setQuery(text);
    latest.current = text;
    if (text.trim() === '') {
      setAnswer(null);
      return;
    }
    void askBackground('searchCoins', { query: text.slice(0, 100), limit: MOST_RESULTS }).then((outcome) => {
      const coins = outcome.ok ? outcome.reply : [];
      rememberCoins(coins);
      if (latest.current === text) setAnswer({ query: text, coins });
    });
  };

  const isBlank = query.trim() === '';
  return {
    query,
    search,
    coins: isBlank ? [] : (answer?.coins ?? null),
    isAnswered: answer?.query === query,
  };
};
