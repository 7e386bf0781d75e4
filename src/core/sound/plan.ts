/** Which cues are held decoded, which one leads, and which is loaded next. Pure. */
import type { CueId } from '../../schemas/repertoire.ts';

/** Decoded, a cue takes up to 20 MB: two are all that a crossfade needs. */
export const MOST_HELD = 2;

/** A cue whose recording is decoded or being decoded. */
export interface Held {
  readonly id: CueId;
  /** Of loudness, 0 to 1. */
  readonly level: number;
  /** Whether it still plays; at level 0 it stops a moment after, when its gain has followed. */
  readonly sounding: boolean;
  /** Whether it could sound now; what is being decoded cannot be stopped. */
  readonly ready: boolean;
}

export interface Wishes {
  /** The cue of the chapter being read; null where there is none. */
  readonly wanted: CueId | null;
  /** The one that will probably be wanted next. */
  readonly next: CueId | null;
  /** Cues that could not be loaded. */
  readonly failed: ReadonlySet<CueId>;
}

export interface Plan {
  /** The cue whose level rises to 1; all others sink. */
  readonly lead: CueId | null;
  /** To be let go of, now: it is silent, and in the way or not wanted. */
  readonly drop: readonly CueId[];
  /** To be fetched … */
  readonly load: CueId | null;
  /** … and decoded, once there is room. */
  readonly room: boolean;
}

/**
 * Until the wanted cue is ready the loudest of the others keeps the stage, so that
 * power is constant through a hand-over; only a cue that cannot come leaves silence.
 */
export function plan(held: readonly Held[], { wanted, next, failed }: Wishes): Plan {
  const comes = wanted !== null && !failed.has(wanted);
  const here = held.find(({ id }) => id === wanted);
  const loudest = held.reduce<Held | null>(
    (best, one) => (one.level > (best?.level ?? 0) ? one : best),
    null,
  );
  const lead = here?.ready ? here.id : comes ? (loudest?.id ?? null) : null;

  const idle = held.filter(
    ({ id, sounding, ready }) => ready && !sounding && id !== lead && id !== wanted,
  );
  const crowded = comes && !here && held.length >= MOST_HELD;
  const drop = idle.filter(({ id }) => id !== next || crowded).map(({ id }) => id);

  const missing = (id: CueId | null): id is CueId =>
    id !== null && !failed.has(id) && !held.some((one) => one.id === id);
  const settled = here?.ready === true || !comes;
  const load = missing(wanted) ? wanted : settled && missing(next) ? next : null;
  return { lead, drop, load, room: held.length - drop.length < MOST_HELD };
}
