import type { Body } from './anatomy.ts';
import type { Dance } from './choreography/dance.ts';
import { type Costume, type CostumeState, settle } from './costume.ts';
import type { Vec3 } from './linear.ts';
import type { Pose } from './pose.ts';

/** All that is needed to draw one frame of a dance. */
export interface Moment {
  readonly pose: Pose;
  readonly costume: Costume;
  readonly state: CostumeState;
  readonly key: Vec3;
}

/** A frame to be drawn, and the moment halfway to the next, through which its outlines are carried. */
export interface Step extends Moment {
  readonly halfway?: Moment;
}

/** Seconds between frames, for what has mass. */
const STEP = 1 / 12;
/** Steps after which cloth that was put on hangs still. */
const REST = 24;

/**
 * Runs through the dances one after another, cloth and all: what swings at the
 * end of one swings on in the next. `wanted` receives every dance it asks for;
 * dances after the last one wanted are not run.
 */
export function simulate(
  body: Body,
  dances: readonly Dance[],
  wanted: (dance: Dance) => boolean,
): Map<Dance, Step[]> {
  const found = new Map<Dance, Step[]>();
  const last = dances.findLastIndex(wanted);
  let state: CostumeState | undefined;
  let worn: Costume['skirt'] | undefined;
  for (const dance of dances.slice(0, last + 1)) {
    const moments: Step[] = [];
    for (let frame = 0; frame < dance.frames; frame++) {
      const t = frame / (dance.frames - 1);
      const pose = dance.poseAt(t);
      const costume = dance.costumeAt(t);
      if (costume.skirt !== worn) {
        worn = costume.skirt;
        state = undefined;
        for (let i = 0; i < REST; i++) state = settle(body, state, pose, costume, STEP);
      } else if (frame > 0) {
        // The first frame is the last one of the dance before: no time has passed.
        state = settle(body, state, pose, costume, STEP);
      }
      const moment = { pose, costume, state: state!, key: dance.lightAt(t) };
      moments.push(
        wanted(dance) && frame + 1 < dance.frames
          ? { ...moment, halfway: momentBetween(body, dance, moment, frame, 0.5) }
          : moment,
      );
    }
    if (wanted(dance)) found.set(dance, moments);
  }
  return found;
}

/**
 * What is between two frames of a dance.
 * @param before the first of them, `frame` its index
 * @param share 0 to 1: how far it is on the way to the next
 */
export function momentBetween(
  body: Body,
  dance: Dance,
  before: Moment,
  frame: number,
  share: number,
): Moment {
  const t = (frame + share) / (dance.frames - 1);
  const pose = dance.poseAt(t);
  const costume = dance.costumeAt(t);
  const same = costume.skirt === before.costume.skirt && share > 0;
  const state = same ? settle(body, before.state, pose, costume, share * STEP) : before.state;
  return { pose, costume, state, key: dance.lightAt(t) };
}
