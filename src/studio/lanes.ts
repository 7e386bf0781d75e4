/** What moves on a GSAP timeline, and when: to be drawn as bars. Pure; in development timelines are GSAP's own. */
import type { Actors, Scrubbed } from '../timelines/scrubbed.ts';

export interface Bar {
  /** Shares of the timeline. */
  readonly from: number;
  readonly to: number;
  /** What of the actor moves. */
  readonly moves: string;
  /** GSAP's name of the ease. */
  readonly ease: string;
  /** How far it has come, at equal steps from its beginning to its end; 0 to 1 but where an ease overshoots. */
  readonly curve: readonly number[];
}

/** One actor. */
interface Lane {
  readonly name: string;
  readonly bars: readonly Bar[];
}

export interface Lanes {
  readonly labels: readonly { readonly name: string; readonly at: number }[];
  readonly lanes: readonly Lane[];
}

/** What this reads of a tween of the pinned GSAP. */
interface Tween {
  readonly vars: Readonly<Record<string, unknown>>;
  /** The tweens of its targets, where it has a stagger. */
  readonly timeline?: { getChildren(nested: boolean, tweens: true, timelines: false): Tween[] };
  readonly _ease?: (share: number) => number;
  targets(): object[];
  startTime(): number;
  duration(): number;
}

const CURVE_STEPS = 16;
/** What GSAP keeps of a tween beside what it moves. */
const NOT_MOVED =
  /^(?:duration|delay|ease|stagger|overwrite|lazy|parent|id|data|startAt|runBackwards|immediateRender|inherit|defaults)$/;

/** Times are shares of the timeline, 0 to 1. Of a compiled one nothing is known. */
export function lanesOf({ actors, timeline }: Scrubbed<Actors>): Lanes {
  if (!timeline) return { labels: [], lanes: [] };
  const names = namesOf(actors);
  const lanes = new Map<string, Bar[]>();
  const tweens = timeline.getChildren(false, true, true) as unknown as Tween[];
  for (const [tween, start] of leavesOf(tweens)) {
    for (const target of tween.targets()) {
      const name = names.get(target);
      // What only makes the timeline one unit long moves nobody.
      if (name === undefined) continue;
      lanes.set(name, [...(lanes.get(name) ?? []), barOf(tween, start)]);
    }
  }
  const inOrder = [...lanes].map(([name, bars]) => ({
    name,
    bars: bars.toSorted((a, b) => a.from - b.from),
  }));
  const labels = Object.entries(timeline.labels as Record<string, number>);
  return {
    labels: labels.map(([name, at]) => ({ name, at })).sort((a, b) => a.at - b.at),
    lanes: inOrder.sort((a, b) => a.bars[0]!.from - b.bars[0]!.from),
  };
}

function barOf(tween: Tween, from: number): Bar {
  const ease = tween._ease ?? ((share: number) => share);
  const moved = Object.keys(tween.vars).filter((name) => !NOT_MOVED.test(name));
  return {
    from,
    to: from + tween.duration(),
    moves: moved.join(', '),
    ease: String(tween.vars['ease'] ?? 'none'),
    curve: Array.from({ length: CURVE_STEPS + 1 }, (_, step) => ease(step / CURVE_STEPS)),
  };
}

function leavesOf(tweens: readonly Tween[], from = 0): [tween: Tween, start: number][] {
  return tweens.flatMap((tween): [Tween, number][] => {
    const start = from + tween.startTime();
    return tween.timeline
      ? leavesOf(tween.timeline.getChildren(false, true, false), start)
      : [[tween, start]];
  });
}

/** Every object among the actors by the name of the actor that it is or is a part of. */
function namesOf(actors: object): Map<object, string> {
  const names = new Map<object, string>();
  const enter = (value: unknown, name: string): void => {
    if (typeof value !== 'object' || value === null || names.has(value)) return;
    names.set(value, name);
    for (const [key, part] of Object.entries(value)) if (key !== '_gsap') enter(part, name);
  };
  for (const [name, actor] of Object.entries(actors)) if (name !== '_gsap') enter(actor, name);
  return names;
}
