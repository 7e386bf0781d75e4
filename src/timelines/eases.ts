/**
 * GSAP's eases as functions of one number, for timelines that were compiled, and two of this house's own, which GSAP
 * is told of. A share of the time in, a share of the way out. Pure. Most are called only by code that the build writes:
 * those are marked as public.
 */

import { smooth } from '../core/maths/scalar.ts';

export type Ease = (share: number) => number;

/** @public */
export const none: Ease = (t) => t;
/** GSAP's `power1.in` to `power4.in`. @public */
export const power =
  (degree: number): Ease =>
  (t) =>
    t ** (degree + 1);
/** @public */
export const sine: Ease = (t) => (t === 1 ? 1 : 1 - Math.cos((t * Math.PI) / 2));
/** @public */
export const expo: Ease = (t) => 2 ** (10 * (t - 1)) * t + t ** 6 * (1 - t);
/** @public */
export const circ: Ease = (t) => 1 - Math.sqrt(1 - t * t);
/** @param overshoot 1.70158 in GSAP where it is not said. @public */
export const back =
  (overshoot: number): Ease =>
  (t) =>
    t === 1 ? 1 : t * t * ((overshoot + 1) * t - overshoot);

/** The same, seen from its end. @public */
export const out =
  (ease: Ease): Ease =>
  (t) =>
    1 - ease(1 - t);
/** The same to the middle, and from there seen from its end. @public */
export const inOut =
  (ease: Ease): Ease =>
  (t) =>
    t < 0.5 ? ease(2 * t) / 2 : 1 - ease(2 - 2 * t) / 2;

/** Rises half of the way round a circle and returns: at both ends it is where it set out. @public */
export const bump: Ease = (t) => (t === 1 ? 0 : Math.sin(Math.PI * t));

/** The eases that GSAP does not know by itself, by the names that timelines call them. */
export const OWN_EASES: Readonly<Record<string, Ease>> = { smooth, bump };
/** @public */
export { smooth };
