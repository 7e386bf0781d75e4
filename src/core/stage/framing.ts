/**
 * What a scene's camera does for a dance. It was made for one; where another goes other ways it follows her, and the
 * set stands where she needs it. Pure.
 */
import { FLOOR_SHARE, FRAMING_CENTRE, PARALLAX, PICTURE_UNITS } from '../../config/stage.ts';
import type { Camera, Moment, Scene } from '../../schemas/picture.ts';
import { type DancePath, whereAt } from '../clip/whereabouts.ts';
import { clamp } from '../maths/scalar.ts';

export const CAMERA_AT_REST: Camera = { x: 0, y: 0, zoom: 1 };

export interface Framing {
  readonly camera: Camera;
  /** How far the set stands from where it is drawn, in the world's units to the right. */
  readonly shift: number;
  /** Where she is, for lights that are drawn about 0 and follow her; 0 where the scene's own camera serves. */
  readonly follow: number;
}

/** World units by which she may be beside the camera's middle: farther is another dance than it was made for. */
const ROOM = 120;
/** Progress at which the two are compared. */
const LOOKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const SCREEN = { width: 1600, tall: false };
/** How high in the picture her head may be, as a share of it; and how far down, where her feet are cut off: then it is brought up. */
const HIGH = 0.2;
const LOW = { most: 0.85, wanted: 0.5 };

interface Fit {
  readonly suits: boolean;
  readonly shift: number;
}
const known = new WeakMap<DancePath, Map<Scene, Fit>>();

/** How the set and its camera suit a dance; reckoned once. */
function fitOf(scene: Scene, path: DancePath): Fit {
  const fits = known.get(path) ?? new Map<Scene, Fit>();
  known.set(path, fits);
  const found = fits.get(scene) ?? reckoned(scene, path);
  fits.set(scene, found);
  return found;
}

function reckoned(scene: Scene, path: DancePath): Fit {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= ROOM;
  // A still is all that is known of a dance, or all that is shown.
  const looks = path.length > 1 ? LOOKS : [scene.best];
  const suits = looks.every((at) =>
    near(whereAt(path, at).x, (scene.at(at, SCREEN).camera ?? CAMERA_AT_REST).x),
  );
  const end = path.at(-1)!.x;
  const { mark } = scene;
  return { suits, shift: suits || mark === undefined || near(end, mark) ? 0 : end - mark };
}

/**
 * @param path her way through the dance; without one the camera is the scene's own
 * @param progress of the chapter, 0 to 1
 */
export function framingOf(
  scene: Scene,
  { camera = CAMERA_AT_REST }: Moment,
  path: DancePath | undefined,
  progress: number,
): Framing {
  if (!path) return { camera, shift: 0, follow: 0 };
  const { suits, shift } = fitOf(scene, path);
  const her = whereAt(path, progress);
  const down = tilt(camera, her.head);
  const x = suits ? camera.x : her.x;
  return { camera: { ...camera, x, y: camera.y + down }, shift, follow: suits ? 0 : her.x };
}

/** How far a layer of the set is moved. What is near stays where it is seen: composed so as not to hide her. */
export const shiftOf = (
  { shift, follow }: Pick<Framing, 'shift' | 'follow'>,
  layer: keyof typeof PARALLAX,
): number => (layer === 'near' ? shift + follow * PARALLAX.near : shift);

/** How far down a near camera has to look where she lies or kneels, and it would miss her, never below the floor; or up where she leaps. */
function tilt({ y, zoom }: Camera, head: number): number {
  const at = (edge: number): number => (edge - FRAMING_CENTRE.y) / zoom + FRAMING_CENTRE.y + y;
  const bottom = (1 - FLOOR_SHARE) * PICTURE_UNITS;
  const height = PICTURE_UNITS / zoom;
  const below = (share: number): number => head - (at(bottom - PICTURE_UNITS) + share * height);
  if (below(HIGH) < 0) return below(HIGH);
  // Gently: nothing while she is high enough, then faster than she goes down, until she is where she is wanted.
  const wanted = Math.min(3 * below(LOW.most), below(LOW.wanted));
  return clamp(wanted, 0, Math.max(0, bottom - at(bottom)));
}
