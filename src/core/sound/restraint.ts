/** Keeps effects from falling over each other when one scrubs to and fro. Pure but for what it remembers. */
import type { SoundEffectId } from '../../schemas/cue.ts';

/** Seconds between any two effects. */
const GAP = 0.12;
/** Seconds between two of the same kind: steps may be quick, a blade rings out. */
const GAP_OF_SAME: Readonly<Record<SoundEffectId, number>> = {
  blade: 1.5,
  curtain: 3,
  farShot: 0.6,
  pointeShoe: 0.2,
  heartbeat: 0,
  roomTone: 0,
};

export class Restraint {
  readonly #last = new Map<SoundEffectId, number>();
  #any = Number.NEGATIVE_INFINITY;

  /** Whether an effect may sound at a time in seconds; if so, it counts as having sounded. */
  allows(effect: SoundEffectId, time: number): boolean {
    const same = this.#last.get(effect) ?? Number.NEGATIVE_INFINITY;
    if (time - this.#any < GAP || time - same < GAP_OF_SAME[effect]) return false;
    this.#any = time;
    this.#last.set(effect, time);
    return true;
  }
}
