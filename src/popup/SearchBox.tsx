import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Coin, CoinId } from '../domain/coins/coin.ts';
import { message } from '../ui/strings.ts';
import { CoinIcon } from './CoinIcon.tsx';
import { Icon } from './Icon.tsx';
import { useSearch } from './use-search.ts';
import type { WatchListControl } from './use-watch-list.ts';

const LIST_ID = 'search-results';

const toOptionId = (coinId: CoinId): string => `search-${coinId}`;

/**
 * Finds coins by name or ticker. The focus stays in the field: arrows walk through the results, Enter adds the marked
 * one (or removes it, when it is watched already), Escape clears.
 */
export const SearchBox = ({ watchList }: { readonly watchList: WatchListControl }) => {
  const { query, coins: found, isAnswered, search: find } = useSearch();
  const [activeIndex, setActiveIndex] = useState(0);
  const coins = found ?? [];
  /** Enter came before the answer to what was typed: it is meant for the first coin of that answer. */
  const isEntered = useRef(false);
  const active = coins[activeIndex];
  const isOpen = query.trim() !== '';

  const search = (text: string): void => {
    find(text);
    setActiveIndex(0);
    isEntered.current = false;
  };

  const choose = (coin: Coin): void => {
    const { add, remove, coinIds } = watchList;
    void (coinIds.includes(coin.id) ? remove : add)(coin.id);
    search('');
  };

  useLayoutEffect(() => {
    if (!isAnswered || !isEntered.current) return;
    isEntered.current = false;
    if (active) choose(active);
  });

  const step = (by: number): void => setActiveIndex((activeIndex + by + coins.length) % coins.length);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isOpen || event.isComposing) return;
    // Without a query, Escape is the browser's own and closes the popup.
    if (event.key === 'Escape') search('');
    else if (event.key === 'Enter' && !isAnswered) isEntered.current = true;
    else if (!active) return;
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter') choose(active);
    else return;
    event.preventDefault();
  };

  return (
    <div class="search">
      <label class="search-field">
        <Icon shape="search" />
        <span class="mn-hidden">{message('searchLabel')}</span>
        <input
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          placeholder={message('searchLabel')}
          aria-autocomplete="list"
          aria-expanded={coins.length > 0}
          aria-controls={LIST_ID}
          aria-activedescendant={active && toOptionId(active.id)}
          value={query}
          onInput={(event) => search(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <div id={LIST_ID} role="listbox" aria-label={message('searchResults')} hidden={coins.length === 0}>
        {coins.map((coin, index) => (
          <Result
            key={coin.id}
            coin={coin}
            isActive={index === activeIndex}
            isWatched={watchList.coinIds.includes(coin.id)}
            onChoose={() => choose(coin)}
          />
        ))}
      </div>
      <p role="status" class="notice" hidden={!isOpen || !found}>
        {isOpen && found && message(active ? 'searchHint' : 'searchNothing')}
      </p>
    </div>
  );
};

interface ResultProps {
  readonly coin: Coin;
  readonly isActive: boolean;
  readonly isWatched: boolean;
  readonly onChoose: () => void;
}

const Result = ({ coin, isActive, isWatched, onChoose }: ResultProps) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the field, which keeps the focus
  <div
    id={toOptionId(coin.id)}
    role="option"
    tabIndex={-1}
    aria-selected={isActive}
    class="result"
    // A press would take the focus out of the field.
    onMouseDown={(event) => event.preventDefault()}
    onClick={onChoose}
  >
    <span class="symbol">
      <CoinIcon coinId={coin.id} symbol={coin.symbol} />
      {coin.symbol}
    </span>
    <span class="name">{coin.name}</span>
    <span class="result-note">
      {message('searchRank', String(coin.rank))}
      {isWatched && <span class="result-watched">{message('searchWatched')}</span>}
    </span>
    <Icon shape={isWatched ? 'check' : 'add'} />
  </div>
);
