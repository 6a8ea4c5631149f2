import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Money, US_DOLLARS } from '../domain/market/money.ts';

/** The money that a surface shows its prices in. */
export const MoneyContext = createContext<Money>(US_DOLLARS);

export const useMoney = (): Money => useContext(MoneyContext);
