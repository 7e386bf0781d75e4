/** From the playhead to everything the stage shows. Pure: the same playhead gives the same picture. */

import { FLOOR_SHARE, PICTURE_UNITS, SPOT } from '../../config/stage.ts';
import type {
  Camera,
  Echo,
  Moment,
  Pane,
  Point,
  Scene,
  Screen,
  Shape,
  Side,
  Transition,
  TransitionPicture,
} from '../../schemas/picture.ts';
import type { DancePath } from '../clip/whereabouts.ts';
import { clamp, mix, smooth } from '../maths/scalar.ts';
import { rect } from '../paths/path.ts';
import type { Playhead } from '../reading/playhead.ts';
import { CAMERA_AT_REST, framingOf, shiftOf } from './framing.ts';
import { seenAt } from './viewport.ts';

/** What the stage needs to know of one chapter on the page; scene and transition are absent until loaded. */
export interface StagedChapter {
  /** Where the text stands on wide screens; she dances on the other side. */
  readonly side: Side;
  /** No words stand before it (a frame): its set is as it is drawn. */
  readonly asDrawn?: boolean;
  readonly scene?: Scene | undefined;
  readonly transition?: Transition | undefined;
  /** Nobody dances in it. */
  readonly empty?: boolean;
  /** Her way through its dance; absent until the clip is there. */
  readonly path?: DancePath | undefined;
}

/** One scene as it is seen at a moment. */
export interface SceneView {
  /** Index of the chapter on the page. */
  readonly chapter: number;
  readonly scene: Scene;
  /** With the camera as the dance needs it. */
  readonly moment: Moment;
  /** See `framing.ts`; world units. */
  readonly shift: number;
  readonly follow: number;
  /** Where its world's origin stands, as a share of the screen's width. */
  readonly spot: number;
  /** Its set is turned over: words stand on the side that it does not keep quiet as it is drawn. */
  readonly turned: boolean;
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
    readonly chapter: number;
    /** Progress through that chapter's clip, or 'still'. */
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

const spotOf = (staged: StagedChapter, screen: Screen): number =>
  screen.tall ? SPOT.tall : SPOT[staged.side];

/** Whether a scene is turned over for words on a side. */
export const isTurned = ({ quiet }: Pick<Scene, 'quiet'>, words: Side): boolean =>
  quiet !== 'either' && quiet !== words;

/** Where the lamp of a chapter's scene is seen at its end, in screen units. */
function lampOf(staged: StagedChapter, screen: Screen): Point | undefined {
  const { scene, side, asDrawn, path } = staged;
  if (!scene?.lamp) return undefined;
  const [x, y] = scene.lamp;
  const turned = !asDrawn && isTurned(scene, side);
  const across = turned ? 2 * (scene.axis ?? 0) - x : x;
  const { shift, follow } = framingOf(scene, scene.at(1, screen), path, 1);
  const unit = 1000 / PICTURE_UNITS;
  return [
    screen.width * spotOf(staged, screen) + (across + shift - follow) * unit,
    1000 * FLOOR_SHARE + y * unit,
  ];
}

/** The picture at a playhead. Chapters whose scene is not loaded yet are left out. */
export function compose(
  playhead: Playhead,
  chapters: readonly StagedChapter[],
  screen: Screen,
): StagePicture {
  const { chapter, progress, crossing, overture, hold = 0 } = playhead;
  if (overture < 0.5) return withDarkness(stillOf(chapter, chapters, screen), overture * 2);
  const picture = crossing
    ? crossingPicture(crossing, chapter, progress, chapters, screen)
    : withHold(alone(chapter, progress, chapters, screen), hold, screen);
  return withDarkness(picture, overture < 1 ? 2 - overture * 2 : 0);
}

/** A chapter's poster: its scene and clip at their best moment. */
export function stillOf(
  chapter: number,
  chapters: readonly StagedChapter[],
  screen: Screen,
): StagePicture {
  const best = chapters[chapter]!.scene?.best ?? 0;
  const picture = alone(chapter, best, chapters, screen);
  return { ...picture, dancer: { ...picture.dancer, frame: 'still' } };
}

function alone(
  chapter: number,
  progress: number,
  chapters: readonly StagedChapter[],
  screen: Screen,
): StagePicture {
  const staged = chapters[chapter]!;
  const view = sceneView(chapter, progress, chapters, screen, null, 1, false);
  return {
    scenes: view ? [view] : [],
    behind: [],
    before: [],
    dancer: {
      chapter,
      frame: progress,
      spot: spotOf(staged, screen),
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
  chapters: readonly StagedChapter[],
  screen: Screen,
): StagePicture {
  const { from, to, progress: passed } = crossing;
  const out = chapters[from]!;
  const next = to === null ? undefined : chapters[to];
  const drawn = out.transition?.at(passed, screen, lampOf(out, screen));
  const half = passed < 0.5;
  const leaving = sceneView(
    from,
    chapter === from ? progress : 1,
    chapters,
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
          chapters,
          screen,
          drawn?.incoming ?? (half ? [] : null),
          passed * 2 - 1,
          chapter !== to,
        );
  const turn = smooth(passed);
  const a = leaving?.moment.camera ?? CAMERA_AT_REST;
  const b = coming?.moment.camera ?? CAMERA_AT_REST;
  // Whoever goes, or comes, alone does so where she dances, and in one half of the way.
  const alone = next && (out.empty || next.empty);
  const way = alone ? Number(out.empty ?? false) : turn;
  const spot = next ? mix(spotOf(out, screen), spotOf(next, screen), way) : spotOf(out, screen);
  const rise = ((drawn?.dancer?.rise ?? 0) * PICTURE_UNITS) / 1000;
  const opacity =
    mix(
      leaving?.moment.dancer?.opacity ?? 1,
      coming?.moment.dancer?.opacity ?? (next || rise ? 1 : 0),
      way,
    ) * (alone ? clamp(out.empty ? passed * 2 - 1 : 1 - passed * 2) : 1);
  const troupe = drawn?.troupe ?? [];
  const zoom = mix(a.zoom, b.zoom, way);
  return {
    scenes: [leaving && withTroupe(leaving, troupe, screen), coming].filter(
      (view) => view !== null,
    ),
    behind: drawn?.behind ?? [],
    before: drawn?.before ?? [],
    dancer: {
      chapter,
      frame: progress,
      spot,
      camera: { x: mix(a.x, b.x, way), y: mix(a.y, b.y, way) + rise / zoom, zoom },
      opacity: opacity * (drawn?.dancer?.opacity ?? 1),
    },
    darkness: 0,
  };
}

function sceneView(
  chapter: number,
  progress: number,
  chapters: readonly StagedChapter[],
  screen: Screen,
  panes: readonly Pane[] | null,
  nearOpacity: number,
  rests: boolean,
): SceneView | null {
  const staged = chapters[chapter]!;
  const { scene, side, asDrawn, path } = staged;
  if (!scene) return null;
  const words = scene.quiet === 'either' ? side : scene.quiet;
  const drawn = scene.at(progress, { ...screen, words });
  const { camera, shift, follow } = framingOf(scene, drawn, path, progress);
  const spot = spotOf(staged, screen);
  return {
    chapter,
    scene,
    moment: { ...drawn, camera },
    shift,
    follow,
    spot,
    turned: !asDrawn && isTurned(scene, side),
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
    const seen = x - shiftOf(view, 'near');
    const across = view.turned ? 2 * (view.scene.axis ?? 0) - seen : seen;
    return { ...figure, x: across, y, scale: figure.scale / zoom, layer: 'near' };
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
