import * as v from 'valibot';
import { type Liquidation, LiquidationSchema, MOST_USD } from './liquidation.ts';

/** A forced order under the key that the log knows it by: the same order has the same key whenever it arrives. */
export interface KeyedOrder extends Liquidation {
  readonly key: string;
}

/** A row of a venue's answer: the order, and the fields by which that venue's rows are told apart. */
export interface IdentifiedOrder {
  readonly order: Liquidation;
  readonly identity: readonly (string | number)[];
}

/** The fields of the longest honest row are not half of it; more is a venue gone wrong, and would be kept on the disk. */
const MOST_KEY_LENGTH = 200;

const isSound = (order: Liquidation): boolean =>
  v.is(LiquidationSchema, order) && order.notionalUsd > 0 && order.notionalUsd < MOST_USD;

/**
 * Gives the rows of one answer their keys. Rows without a possible size and with endless fields are left out. Rows that are
 * alike in every field do occur within a second, and are different orders: each carries its ordinal among its likes, so
 * that a replay of the answer finds the same keys again.
 */
export const toKeyedOrders = (rows: readonly IdentifiedOrder[]): KeyedOrder[] => {
  const seen = new Map<string, number>();
  return rows
    .map(({ order, identity }) => ({ order, name: [order.venueId, ...identity].join('|') }))
    .filter(({ order, name }) => isSound(order) && name.length <= MOST_KEY_LENGTH)
    .map(({ order, name }) => {
      const ordinal = seen.get(name) ?? 0;
      seen.set(name, ordinal + 1);
      return { ...order, key: `${name}|${ordinal}` };
    });
};
