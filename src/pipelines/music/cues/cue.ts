import type { CueId, Themed } from '../../../schemas/repertoire.ts';
import type { StaffOptions } from '../engrave/mei.ts';
import type { Interpretation } from '../interpretation/settings.ts';

/** All that makes a cue besides its notes, which stand beside its file in one of the same name, `.abc`. */
export interface CuePlan extends Themed {
  readonly title: string;
  readonly composer: string;
  readonly arrangement?: string;
  readonly bars: string;
  readonly key: string;
  readonly scoring: string;
  readonly rest: number | null;
  readonly gain?: number;
  /** What is heard from a bar on; bars count from 1 as in the file, a pickup included. */
  readonly captions: readonly (readonly [bar: number, text: string])[];
  /** What the page shows of the score. */
  readonly staff: StaffOptions;
  readonly interpretation: Interpretation;
}

/** A cue by the name of its files. */
export interface NamedCue extends CuePlan {
  readonly id: CueId;
}
