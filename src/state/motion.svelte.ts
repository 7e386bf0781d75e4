/** Whether things move: what the reader chose here, else what the system asks for, less motion or less data. */
import { MediaQuery } from 'svelte/reactivity';

export type MotionChoice = 'moving' | 'still';

class Motion {
  /** The reader's own choice; null follows the system. */
  choice = $state<MotionChoice | null>(null);
  readonly #reduced = new MediaQuery('(prefers-reduced-motion: reduce)');
  /** The reader asked for less data, and a dance is much; told by who starts. */
  saves = $state(false);

  get still(): boolean {
    return this.choice === null ? this.saves || this.#reduced.current : this.choice === 'still';
  }
}

export const motion = new Motion();

/** Reads a stored choice; anything else is none. */
export function parseMotion(stored: string | null): MotionChoice | null {
  return stored === 'still' || stored === 'moving' ? stored : null;
}
