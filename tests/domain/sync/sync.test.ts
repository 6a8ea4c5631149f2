import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Cells, toCells } from '../../../src/domain/sync/cells.ts';
import { byEntry, byField } from '../../../src/domain/sync/division.ts';
import { syncReplica } from '../../../src/domain/sync/sync-replica.ts';

const division = byEntry<string>((coin) => coin);
const DEFAULTS = ['bitcoin', 'ethereum', 'solana'];
const COINS = [...DEFAULTS, 'ripple', 'cardano', 'mog-coin'];
const START = toCells(division.toParts(DEFAULTS), 0);

/** One of the reader's machines: what it shows, what it remembers, and its clock. */
class Machine {
  list: readonly string[] = DEFAULTS;
  replica: Cells = START;

  constructor(readonly clockMs: number) {}

  /** Meets the others through what is stored; gives what it would store. */
  meet(remote: Cells, stepMs: number): Cells {
    const { value, replica } = syncReplica({
      division,
      parse: (parts) => parts as readonly string[],
      replica: this.replica,
      local: this.list,
      remote,
      nowMs: this.clockMs + stepMs,
    });
    this.list = value;
    this.replica = replica;
    return replica;
  }
}

const step = fc.record({
  machine: fc.nat(2),
  act: fc.constantFrom('add', 'remove', 'move', 'meet', 'hear', 'lose') as fc.Arbitrary<
    'add' | 'remove' | 'move' | 'meet' | 'hear' | 'lose'
  >,
  coin: fc.constantFrom(...COINS),
});

/** Plays the steps, then lets everybody meet. */
const play = (steps: readonly { machine: number; act: string; coin: string }[]) => {
  // One clock is an hour behind, one a day ahead.
  const machines = [new Machine(1e6), new Machine(1e6 - 3_600_000), new Machine(1e6 + 86_400_000)];
  let stored: Cells = {};
  const removed = new Set<string>();
  const added = new Set<string>(DEFAULTS);
  for (const [at, { machine, act, coin }] of steps.entries()) {
    const one = machines[machine];
    if (!one) continue;
    if (act === 'add' && !one.list.includes(coin)) {
      one.list = [...one.list, coin];
      added.add(coin);
    }
    if (act === 'remove' && one.list.includes(coin)) {
      one.list = one.list.filter((each) => each !== coin);
      removed.add(coin);
    }
    if (act === 'move') one.list = one.list.toReversed();
    if (act === 'meet') stored = one.meet(stored, at);
    // Hears, and what it tells is lost on the way.
    if (act === 'hear') one.meet(stored, at);
    // Tells without having heard, over what others told.
    if (act === 'lose') stored = one.meet({}, at);
  }
  for (let round = 0; round < 3; round += 1) {
    for (const one of machines) stored = one.meet(stored, steps.length + round);
  }
  return { lists: machines.map(({ list }) => list), removed, added };
};

test('three machines, any order of changes, meetings and losses: one list in the end, and no coin lost that nobody removed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { lists, removed, added } = play(steps);
      const [first = [], ...others] = lists;
      for (const other of others) expect(other).toEqual(first);
      expect(new Set(first).size).toBe(first.length);
      for (const coin of added) if (!removed.has(coin)) expect(first).toContain(coin);
    }),
    { numRuns: 500 },
  );
});

describe('two machines', () => {
  const meetAll = (one: Machine, other: Machine, stepMs: number): void => {
    const told = other.meet(one.meet(other.replica, stepMs), stepMs);
    one.meet(told, stepMs);
  };

  it('both keep what each added and removed', () => {
    const [one, other] = [new Machine(10), new Machine(20)];
    one.list = ['bitcoin', 'ethereum', 'solana', 'ripple'];
    other.list = ['bitcoin', 'solana', 'cardano'];
    meetAll(one, other, 1);
    expect(new Set(one.list)).toEqual(new Set(['bitcoin', 'solana', 'ripple', 'cardano']));
    expect(other.list).toEqual(one.list);
  });

  it('a coin that was removed and taken again stays, though the clock of the second is behind', () => {
    const [one, other] = [new Machine(1_000_000), new Machine(10)];
    one.list = ['ethereum', 'solana'];
    meetAll(one, other, 1);
    other.list = [...other.list, 'bitcoin'];
    meetAll(one, other, 2);
    expect(one.list).toContain('bitcoin');
  });

  it('fields that were changed on different machines both count', () => {
    const fields = byField<{ theme: string; density: string }>();
    const start = toCells(fields.toParts({ theme: 'system', density: 'first' }), 0);
    const meet = (local: { theme: string; density: string }, remote: Cells) =>
      syncReplica({
        division: fields,
        parse: (parts) => parts as typeof local,
        replica: start,
        local,
        remote,
        nowMs: 5,
      });
    const one = meet({ theme: 'dark', density: 'first' }, {});
    const other = meet({ theme: 'system', density: 'all' }, one.replica);
    expect(other.value).toEqual({ theme: 'dark', density: 'all' });
  });
});
