import type { CoinId } from '../domain/coins/coin.ts';
import { toListedName, topCoinIds } from '../domain/coins/coin-table.ts';
import { watchListItem } from '../platform/reader-items.ts';
import { uiLocale } from '../ui/locale.ts';
import { message } from '../ui/strings.ts';
import { useStoredItem } from '../ui/use-stored-item.ts';

export interface CoinChoiceProps {
  readonly name: string;
  readonly label: string;
  /** Null: what `nobody` stands for. */
  readonly coinId: CoinId | null;
  /** What can be chosen in the place of a coin; nothing when left out. */
  readonly nobody?: string;
  readonly onChange: (coinId: CoinId | null) => void;
}

const LARGEST = 250;

/** Any coin of the reader's list, any large one, and the one that is chosen: by name, so that typing finds it. */
export const CoinChoice = ({ name, label, coinId, nobody, onChange }: CoinChoiceProps) => {
  const [watchList] = useStoredItem(watchListItem);
  const own = [...new Set([...(coinId ? [coinId] : []), ...(watchList ?? [])])];
  const others = topCoinIds(LARGEST)
    .filter((id) => !own.includes(id))
    .sort((one, other) => toListedName(one).localeCompare(toListedName(other), uiLocale()));
  return (
    <label class="field">
      <span>{label}</span>
      <select
        name={name}
        value={coinId ?? ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      >
        {nobody !== undefined && <option value="">{nobody}</option>}
        <CoinOptions label={message('watchListHeading')} coinIds={own} />
        <CoinOptions label={message('coinsLargest')} coinIds={others} />
      </select>
    </label>
  );
};

interface CoinOptionsProps {
  readonly label: string;
  readonly coinIds: readonly CoinId[];
}

const CoinOptions = ({ label, coinIds }: CoinOptionsProps) => (
  <optgroup label={label}>
    {coinIds.map((coinId) => (
      <option key={coinId} value={coinId}>
        {toListedName(coinId)}
      </option>
    ))}
  </optgroup>
);
