import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Money, US_DOLLARS } from '../domain/market/money.ts';
import type { Market } from '../platform/protocol.ts';

/** The money that a surface shows its prices in. */
export const MoneyContext = createContext<Money>(US_DOLLARS);

export const useMoney = (): Money => useContext(MoneyContext);

/** The reader's money, dollars before the first answer. */
export const toMoney = (market: Market | null): Money => market?.money ?? US_DOLLARS;
