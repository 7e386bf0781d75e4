/** Which faults are tried together: the same seed gives the same. */
import { random } from '../../src/core/maths/chance.ts';
import { FAULTS, type FileKind, type Spoilt } from './faultyServer.ts';

export interface Combination {
  readonly name: string;
  readonly spoilt: readonly Spoilt[];
  /** 0 to 1, for what else is to differ. */
  readonly chance: number;
}

/**
 * So many combinations: each has one to three of these kinds of files with a fault each. The first of them go
 * round all kinds and all faults; the others are chance.
 */
export function combinations(
  kinds: readonly FileKind[],
  seed: number,
  count: number,
): readonly Combination[] {
  return Array.from({ length: count }, (_, index) => {
    const chance = random(seed * 7919 + index);
    const pick = <Item>(items: readonly Item[]): Item =>
      items[Math.floor(chance() * items.length)]!;
    const turn = index + seed;
    const kind = turn % kinds.length;
    // The next at each round: every kind meets every fault in time.
    const round = Math.floor(turn / kinds.length);
    const spoilt = new Map([[kinds[kind]!, FAULTS[(kind + round) % FAULTS.length]!]]);
    for (let more = Math.floor(chance() * 3); more > 0; more--) {
      const [file, fault] = [pick(kinds), pick(FAULTS)];
      if (!spoilt.has(file)) spoilt.set(file, fault);
    }
    const entries = [...spoilt].map(([file, fault]) => ({ file, fault }));
    return {
      name: `${seed}.${index}: ${entries.map(({ file, fault }) => `${file} ${fault}`).join(', ')}`,
      spoilt: entries,
      chance: chance(),
    };
  });
}
