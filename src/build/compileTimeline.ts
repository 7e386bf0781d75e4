/** A GSAP timeline as data: which number moves when, from where, how far, and by which ease. */

import { scrubbed as play, type Track } from '../timelines/compiled.ts';
import * as eases from '../timelines/eases.ts';
import type { Actors, Scrubbed } from '../timelines/scrubbed.ts';

/** What this reads of a tween of the pinned GSAP; most of it is not public. */
interface Tween {
  readonly vars: Readonly<Record<string, unknown>>;
  /** The tweens of its targets, where it has a stagger or key frames. */
  readonly timeline?: { getChildren(nested: boolean, tweens: true, timelines: false): Tween[] };
  readonly _pt?: PropertyTween;
  readonly _targets?: readonly object[];
  readonly parent?: Tween | undefined;
  startTime(): number;
  duration(): number;
  timeScale(): number;
}
interface PropertyTween {
  readonly t: object;
  readonly p: string;
  readonly s: unknown;
  readonly c: unknown;
  readonly _next?: PropertyTween;
}

interface Moved {
  readonly property: string;
  readonly movements: {
    readonly start: number;
    readonly duration: number;
    readonly from: number;
    readonly change: number;
    readonly ease: string;
  }[];
}

/** Two timelines of one are the same where they differ by less. */
const SAME = 1e-6;
const CHECKS = 400;
/** What of a tween is understood beside the numbers it moves; with a value, only that. */
const UNDERSTOOD: Readonly<Record<string, readonly unknown[] | true>> = {
  duration: true,
  delay: true,
  ease: true,
  stagger: true,
  overwrite: [false],
  lazy: [false],
  parent: true,
  id: true,
  data: true,
};

const NAMED = /^(\w+)(?:\(([\d.]+)\))?(?:\.(in|out|inOut)(?:\(([\d.]+)\))?)?$/;

/**
 * Code of the ease that GSAP calls by a name, of the functions of `timelines/eases.ts` in an object `eases`.
 * @throws Error for one that cannot be compiled
 */
export function easeCode(name: unknown): string {
  const [, family = '', , way = 'out', given] = NAMED.exec(String(name)) ?? [];
  if (family === 'none' || family in eases.OWN_EASES) return `eases.${family}`;
  const power = /^power([1-4])$/.exec(family)?.[1];
  const plain = power
    ? `eases.power(${power})`
    : family === 'back'
      ? `eases.back(${given ?? 1.70158})`
      : ['sine', 'expo', 'circ'].includes(family)
        ? `eases.${family}`
        : undefined;
  if (plain === undefined)
    throw new Error(
      `the ease "${String(name)}" cannot be compiled: none, power1 to power4, sine, expo, circ, back, ${Object.keys(eases.OWN_EASES).join(', ')} can`,
    );
  return way === 'in' ? plain : `eases.${way}(${plain})`;
}

/** What actors consist of; GSAP keeps a note of its own on each. */
const partsOf = (actors: object): [string, unknown][] =>
  Object.entries(actors).filter(([key]) => key !== '_gsap');

/** Where in the actors each object lies, as code behind their name. */
function pathsOf(actors: object, at = ''): Map<object, string> {
  const paths = new Map([[actors, at]]);
  for (const [key, value] of partsOf(actors)) {
    if (typeof value !== 'object' || value === null) continue;
    const step = Array.isArray(actors) ? `[${key}]` : `.${key}`;
    for (const [inner, path] of pathsOf(value as object, at + step)) paths.set(inner, path);
  }
  return paths;
}

const rounded = (value: number): number => Math.round(value * 1e7) / 1e7;

/** The tweens that move something, each with what its time is counted from. */
function leavesOf(tweens: readonly Tween[], from = 0): [tween: Tween, start: number][] {
  return tweens.flatMap((tween): [Tween, number][] => {
    const start = from + tween.startTime();
    for (const [name, value] of Object.entries(tween.vars)) {
      const allowed = UNDERSTOOD[name];
      if (typeof value === 'number' || allowed === true || allowed?.includes(value)) continue;
      // What is called for each target was called when the tween was made.
      if (typeof value === 'function' && !/^on[A-Z]/.test(name)) continue;
      if (typeof value === 'string' && /^[+\-*/]=/.test(value)) continue;
      throw new Error(`the tween at ${rounded(start)} has "${name}", which cannot be compiled`);
    }
    if (tween.vars['repeat'] || tween.timeScale() !== 1)
      throw new Error(`the tween at ${rounded(start)} repeats or is stretched`);
    return tween.timeline
      ? leavesOf(tween.timeline.getChildren(false, true, false), start)
      : [[tween, start]];
  });
}

function movedBy(leaves: readonly [Tween, number][]): Map<object, Moved[]> {
  const moved = new Map<object, Moved[]>();
  for (const [tween, start] of leaves) {
    for (let part = tween._pt; part; part = part._next) {
      if (typeof part.s !== 'number' || typeof part.c !== 'number')
        throw new Error(`the tween at ${rounded(start)} moves "${part.p}", which is no number`);
      const all = moved.get(part.t) ?? [];
      moved.set(part.t, all);
      const of = all.find(({ property }) => property === part.p) ?? {
        property: part.p,
        movements: [],
      };
      if (of.movements.length === 0) all.push(of);
      const before = of.movements.at(-1);
      if (before && before.start + before.duration > start + SAME)
        throw new Error(
          `the tween at ${rounded(start)} moves "${part.p}", which another still moves`,
        );
      const ease = easeCode(tween.vars['ease']);
      of.movements.push({ start, duration: tween.duration(), from: part.s, change: part.c, ease });
    }
  }
  return moved;
}

/**
 * The same timeline as code: a function from the actors to the tracks that `timelines/compiled.ts` plays. It speaks of `eases`,
 * which are those of `timelines/eases.ts`.
 *
 * @throws Error where something of it cannot be compiled, or would not give the same numbers
 */
export function compileTimeline({ actors, timeline, at }: Scrubbed<Actors>): string {
  if (!timeline) throw new Error('there is no timeline');
  // In the order of their times, so that a number's movements follow each other.
  const tweens = timeline.getChildren(false, true, true) as unknown as Tween[];
  const leaves = leavesOf(tweens).sort(([, a], [, b]) => a - b);
  const paths = pathsOf(actors);
  const tracks: string[] = [];
  for (const [target, all] of movedBy(leaves)) {
    const path = paths.get(target);
    if (path === undefined)
      throw new Error(`"${all[0]!.property}" of something that is no actor is moved`);
    for (const { property, movements } of all) {
      const parts = movements.map(({ start, duration, from, change, ease }) => {
        const numbers = [start, duration, from, change].map(rounded);
        return `[${numbers.join()},${ease}]`;
      });
      tracks.push(`[actors${path},${JSON.stringify(property)},${parts.join()}]`);
    }
  }
  const code = `(actors) => [${tracks.join(',\n')}]`;
  verify(code, { actors, at });
  return code;
}

const copyOf = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  return Object.fromEntries(partsOf(value).map(([key, part]) => [key, copyOf(part)]));
};

/** What pages do with the code, with actors of its own. */
export function playCode(code: string, actors: Actors): Scrubbed<Actors> {
  const make = new Function('eases', `return ${code}`)(eases) as (a: Actors) => readonly Track[];
  return play(copyOf(actors) as Actors, make);
}

/** @throws Error where GSAP and the code differ */
function verify(code: string, { at }: Scrubbed<Actors>): void {
  const compiled = playCode(code, at(0));
  for (let i = 0; i <= CHECKS; i++) {
    const wrong = difference(at(i / CHECKS), compiled.at(i / CHECKS));
    if (wrong) throw new Error(`at ${i / CHECKS} ${wrong}`);
  }
  at(0);
}

/** What differs between two states of the actors, in words. */
export function difference(one: object, other: object, at = ''): string | undefined {
  for (const [key, value] of partsOf(one)) {
    const theirs = (other as Record<string, unknown>)[key];
    if (typeof value === 'number') {
      if (!(Math.abs(value - (theirs as number)) <= SAME))
        return `${at}${key} is ${value} on the timeline and ${String(theirs)} compiled`;
    } else if (typeof value === 'object' && value !== null) {
      const found = difference(value as object, theirs as object, `${at}${key}.`);
      if (found) return found;
    }
  }
  return undefined;
}
