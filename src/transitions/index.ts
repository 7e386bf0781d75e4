import type { TransitionId } from '../config/catalogue.ts';
import type { Transition } from '../schemas/picture.ts';

const load = (module: Promise<{ default: Transition }>): Promise<Transition> =>
  module.then(({ default: transition }) => transition);

/** Loads a transition by its name; each is a module of its own, fetched with the chapter it leaves. */
export const TRANSITIONS: Readonly<Record<TransitionId, () => Promise<Transition>>> = {
  curtain: () => load(import('./curtain.ts')),
  bladeCut: () => load(import('./bladeCut.ts')),
  tulleVeil: () => load(import('./tulleVeil.ts')),
  coinWipe: () => load(import('./coinWipe.ts')),
  leap: () => load(import('./leap.ts')),
  stormStrips: () => load(import('./stormStrips.ts')),
  ghostLight: () => load(import('./ghostLight.ts')),
  mirrorShards: () => load(import('./mirrorShards.ts')),
  blindsClose: () => load(import('./blindsClose.ts')),
  corpsCrossing: () => load(import('./corpsCrossing.ts')),
  endCredits: () => load(import('./endCredits.ts')),
};
