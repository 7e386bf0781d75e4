/** What there is to choose from, in pictures: this chapter's dancer in every scene, and every way out to the next chapter. */
import { decodeClip } from '../core/clip/decodeClip.ts';
import { NOBODY } from '../core/clip/nobody.ts';
import { withBase } from '../core/site/address.ts';
import { type PosterChapter, posterSvg } from '../core/stage/poster.ts';
import type { Colours } from '../core/stage/tints.ts';
import { loadScene } from '../scenes/index.ts';
import { NO_DANCE } from '../schemas/repertoire.ts';
import type { CastChapter } from '../schemas/studio.ts';
import { loadTransition } from '../transitions/index.ts';

export type Staged = Pick<CastChapter, 'scene' | 'dance' | 'side'>;

export interface Around {
  readonly base: string;
  readonly tones: Colours;
}

const SCREEN = { width: 1600, tall: false } as const;
/** Where a way out shows most of itself. */
const MIDDLE = 0.42;

/** A chapter at the best moment of its scene, as SVG. */
export async function scenePicture(staged: Staged, around: Around): Promise<string> {
  return posterSvg(around.tones, SCREEN, await posed(staged, around));
}

/** A chapter on its way to the next; the last goes nowhere. */
export async function passagePicture(
  transition: string,
  staged: Staged,
  next: Staged | undefined,
  around: Around,
): Promise<string> {
  const to = next && (await posed(next, around));
  return posterSvg(around.tones, SCREEN, await posed(staged, around), {
    transition: await loadTransition(transition),
    progress: MIDDLE,
    ...(to && { to }),
  });
}

async function posed({ scene: id, dance, side }: Staged, { base }: Around): Promise<PosterChapter> {
  const [scene, still] = await Promise.all([
    loadScene(id),
    dance === NO_DANCE
      ? NOBODY
      : fetch(withBase(base, `stills/${dance}.json`))
          .then((answer) => answer.text())
          .then(decodeClip),
  ]);
  return { scene, progress: scene.best, side, clip: still };
}
