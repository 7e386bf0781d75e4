/** From the playhead to everything the stage shows. Pure: the same playhead gives the same picture. */

import { PICTURE_UNITS, SPOT } from '../../config/stage.ts';
import type {
  Camera,
  Echo,
  Moment,
  Pane,
  Scene,
  Screen,
  Shape,
  Side,
  Transition,
  TransitionPicture,
} from '../../schemas/picture.ts';
import { clamp, mix, smooth } from '../maths/scalar.ts';
import { rect } from '../paths/path.ts';
import type { Playhead } from '../progress/locate.ts';
import { seenAt } from './window.ts';

/** What the stage needs to know of one chapter on the page; scene and transition are absent until loaded. */
export interface Act {
  /** Where the text stands on wide screens; she dances on the other side. */
  readonly side: Side;
  readonly scene?: Scene | undefined;
  readonly transition?: Transition | undefined;
}

/** One scene as it is seen at a moment. */
export interface SceneView {
  /** Index of the chapter on the page. */
  readonly act: number;
  readonly scene: Scene;
  readonly moment: Moment;
  /** Where its world's origin stands, as a share of the screen's width. */
  readonly spot: number;
  /** Views of it; null shows it whole. */
  readonly panes: readonly Pane[] | null;
  /** How present its near layer is, 0 to 1: it fades where panes cut the rest. */
  readonly nearOpacity: number;
  /** The next picture has the same far and middle layers: another chapter is danced. */
  readonly rests: boolean;
}

/** One moment of the stage. */
export interface StagePicture {
  /** Scenes back to front; one, or two while crossing. */
  readonly scenes: readonly SceneView[];
  readonly behind: readonly Shape[];
  readonly before: readonly Shape[];
  readonly dancer: {
    readonly act: number;
    /** Progress through that act's clip, or 'still'. */
    readonly frame: number | 'still';
    readonly spot: number;
    readonly camera: Camera;
    readonly opacity: number;
  };
  /** 0 lit, 1 black. */
  readonly darkness: number;
}

/** How dark the set becomes while a pull quote has the stage. */
const HELD_DUSK = 0.66;

export const CAMERA_AT_REST: Camera = { x: 0, y: 0, zoom: 1 };

const spotOf = (act: Act, screen: Screen): number => (screen.tall ? SPOT.tall : SPOT[act.side]);

/** The picture at a playhead. Acts whose scene is not loaded yet are left out. */
export function compose(playhead: Playhead, acts: readonly Act[], screen: Screen): StagePicture {
  const { chapter, progress, crossing, overture, hold = 0 } = playhead;
  if (overture < 0.5) return withDarkness(stillOf(chapter, acts, screen), overture * 2);
  const picture = crossing
    ? crossingPicture(crossing, chapter, progress, acts, screen)
    : withHold(alone(chapter, progress, acts, screen), hold, screen);
  return withDarkness(picture, overture < 1 ? 2 - overture * 2 : 0);
}

/** A chapter's poster: its scene and clip at their best moment. */
export function stillOf(chapter: number, acts: readonly Act[], screen: Screen): StagePicture {
  const best = acts[chapter]!.scene?.best ?? 0;
  const picture = alone(chapter, best, acts, screen);
  return { ...picture, dancer: { ...picture.dancer, frame: 'still' } };
}

function alone(
  chapter: number,
  progress: number,
  acts: readonly Act[],
  screen: Screen,
): StagePicture {
  const act = acts[chapter]!;
  const view = sceneView(chapter, progress, acts, screen, null, 1, false);
  return {
    scenes: view ? [view] : [],
    behind: [],
    before: [],
    dancer: {
      act: chapter,
      frame: progress,
      spot: spotOf(act, screen),
      camera: view?.moment.camera ?? CAMERA_AT_REST,
      opacity: view?.moment.dancer?.opacity ?? 1,
    },
    darkness: 0,
  };
}

function crossingPicture(
  crossing: NonNullable<Playhead['crossing']>,
  chapter: number,
  progress: number,
  acts: readonly Act[],
  screen: Screen,
): StagePicture {
  const { from, to, progress: passed } = crossing;
  const out = acts[from]!;
  const next = to === null ? undefined : acts[to];
  const drawn = out.transition?.(passed, screen);
  const half = passed < 0.5;
  const leaving = sceneView(
    from,
    chapter === from ? progress : 1,
    acts,
    screen,
    drawn?.outgoing ?? (half ? null : []),
    1 - passed * 2,
    chapter !== from,
  );
  const coming =
    to === null
      ? null
      : sceneView(
          to,
          chapter === to ? progress : 0,
          acts,
          screen,
          drawn?.incoming ?? (half ? [] : null),
          passed * 2 - 1,
          chapter !== to,
        );
  const turn = smooth(passed);
  const a = leaving?.moment.camera ?? CAMERA_AT_REST;
  const b = coming?.moment.camera ?? CAMERA_AT_REST;
  const spot = next ? mix(spotOf(out, screen), spotOf(next, screen), turn) : spotOf(out, screen);
  const opacity = mix(
    leaving?.moment.dancer?.opacity ?? 1,
    coming?.moment.dancer?.opacity ?? (next ? 1 : 0),
    turn,
  );
  const troupe = drawn?.troupe ?? [];
  return {
    scenes: [leaving && withTroupe(leaving, troupe, screen), coming].filter(
      (view) => view !== null,
    ),
    behind: drawn?.behind ?? [],
    before: drawn?.before ?? [],
    dancer: {
      act: chapter,
      frame: progress,
      spot,
      camera: { x: mix(a.x, b.x, turn), y: mix(a.y, b.y, turn), zoom: mix(a.zoom, b.zoom, turn) },
      opacity: opacity * (drawn?.dancer?.opacity ?? 1),
    },
    darkness: 0,
  };
}

function sceneView(
  act: number,
  progress: number,
  acts: readonly Act[],
  screen: Screen,
  panes: readonly Pane[] | null,
  nearOpacity: number,
  rests: boolean,
): SceneView | null {
  const scene = acts[act]!.scene;
  if (!scene) return null;
  const moment = scene.at(progress, screen);
  const spot = spotOf(acts[act]!, screen);
  return {
    act,
    scene,
    moment,
    spot,
    panes,
    nearOpacity: clamp(nearOpacity),
    rests,
  };
}

/** A leaving scene with figures that pass before the dancer; they keep its near layer present. */
function withTroupe(
  view: SceneView,
  troupe: NonNullable<TransitionPicture['troupe']>,
  screen: Screen,
): SceneView {
  if (troupe.length === 0) return view;
  const unit = PICTURE_UNITS / 1000;
  const echoes = troupe.map((figure): Echo => {
    const { x, y, zoom } = seenAt(
      view.moment.camera ?? CAMERA_AT_REST,
      'near',
      (figure.x - view.spot * screen.width) * unit,
      figure.y * unit,
    );
    return { ...figure, x, y, scale: figure.scale / zoom, layer: 'near' };
  });
  const moment = { ...view.moment, echoes: [...(view.moment.echoes ?? []), ...echoes] };
  return { ...view, moment, nearOpacity: 1 };
}

/** The light leaves the set and stays on her. */
function withHold(picture: StagePicture, hold: number, { width }: Screen): StagePicture {
  if (hold <= 0) return picture;
  const dusk = { d: rect(-9, -9, width + 18, 1018), tone: 'ground', opacity: HELD_DUSK * hold };
  return { ...picture, behind: [...picture.behind, dusk] };
}

function withDarkness(picture: StagePicture, darkness: number): StagePicture {
  return { ...picture, darkness: smooth(darkness) };
}
