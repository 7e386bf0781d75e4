/** Which faults are tried together: the same seed gives the same. */
import { random } from '../../src/core/maths/chance.ts';
import { FAULTS, FILES, type FileKind, type Spoilt } from './faultyServer.ts';

export interface Combination {
  readonly name: string;
  readonly spoilt: readonly Spoilt[];
  /** The chapter that is turned to while the faults last; index in the story. */
  readonly chapter: number;
}

const KINDS = Object.keys(FILES) as readonly FileKind[];
/** Chapters that are turned to: few, for each has to be known whole. */
const CHAPTERS = [2, 5, 9];

/**
 * So many combinations: each has one to three kinds of files with a fault each. The first of them go
 * round all kinds and all faults; the others are chance.
 */
export function combinations(seed: number, count: number): readonly Combination[] {
  return Array.from({ length: count }, (_, index) => {
    const chance = random(seed * 7919 + index);
    const pick = <Item>(items: readonly Item[]): Item =>
      items[Math.floor(chance() * items.length)]!;
    const turn = index + seed;
    const first = KINDS[turn % KINDS.length]!;
    // No common divisor: every kind meets every fault in time.
    const spoilt = new Map([
      [first, FAULTS[(turn + Math.floor(turn / KINDS.length)) % FAULTS.length]!],
    ]);
    for (let more = Math.floor(chance() * 3); more > 0; more--)
      spoilt.set(pick(KINDS), pick(FAULTS));
    const entries = [...spoilt].map(([file, fault]) => ({ file, fault }));
    return {
      name: `${seed}.${index}: ${entries.map(({ file, fault }) => `${file} ${fault}`).join(', ')}`,
      spoilt: entries,
      chapter: pick(CHAPTERS),
    };
  });
}
