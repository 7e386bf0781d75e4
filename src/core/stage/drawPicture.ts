/**
 * A stage picture as strokes of a pen, back to front: the one description of
 * what lies over what, for the canvas of the page and for files alike. Pure but for the pen.
 */

import { PARALLAX } from '../../config/stage.ts';
import { type Clip, type ClipFrame, type Outline, toneOf } from '../../schemas/clip.ts';
import type { Camera, Echo, Pane, PartState, Shape } from '../../schemas/picture.ts';
import { frameAt } from '../clip/frameAt.ts';
import { isNobody } from '../clip/nobody.ts';
import { rect } from '../paths/path.ts';
import type { SceneView, StagePicture } from './compose.ts';
import { CAMERA_AT_REST, shiftOf } from './framing.ts';
import { heldTransform } from './heldProp.ts';
import { type Colours, tinted } from './tints.ts';
import { cameraTransform, type StageWindow } from './viewport.ts';

/** Draws in screen units: `window.screen.width` across, 1000 down. */
export interface Pen {
  /** Fills path data, non-zero. `transform` is an SVG transform list. */
  fill(path: string, colour: string, opacity: number, transform?: string): void;
  /** The same for a layer of a clip. */
  fillOutlines(outlines: readonly Outline[], colour: string, opacity: number): void;
  /** What `draw` draws, together: moved, cut to a path in the moved space, thin as a whole. */
  group(how: Grouping, draw: () => void): void;
  /**
   * The same as a group for each place; what `draw` draws is only known within the screen before it is moved.
   * It is the same as in the picture before if all members of `sameFor` are.
   */
  copies(places: readonly Grouping[], draw: () => void, sameFor?: readonly unknown[]): void;
}

export interface Grouping {
  readonly transform?: string;
  readonly clip?: string | undefined;
  readonly opacity?: number;
}

/** The clip and the place in it that a chapter shows; none draws the set alone. */
export interface Cast {
  readonly clip: Clip;
  /** The index of a frame, or between two. */
  readonly frame: number;
  /** One drawing gives way to the next little by little: for what moves. */
  readonly gradual?: boolean;
}

export interface Drawing {
  readonly window: StageWindow;
  readonly cast: (chapter: number) => Cast | undefined;
  /** Colours of the stage. */
  readonly tones: Colours;
  /** How much of what lives in the sets is left out, see `adaptiveDetail.ts`; nothing when absent. */
  readonly shedding?: number;
}

export type Depth = 'far' | 'middle' | 'near';

/** Less than this cannot be seen; more than `OPAQUE` looks whole. */
const UNSEEN = 0.004;
const OPAQUE = 0.996;

/** Draws the picture. Throws on a tone without colour. */
export function drawPicture(pen: Pen, picture: StagePicture, drawing: Drawing): void {
  const { window, cast, tones } = drawing;
  const { screenScale, screenOrigin, baseSpot, screen } = window;
  const world = `scale(${1 / screenScale}) translate(${-screenOrigin.x} ${-screenOrigin.y})`;
  const at = (spot: number) => (spot - baseSpot) * window.unitsPerWidth;
  const scenes = picture.scenes.map((view) => ({
    view,
    colours: tinted(tones, view.scene.tones, view.moment.tones),
  }));
  const whole = rect(0, 0, screen.width, 1000);
  const set = new SetPen(pen, cast, drawing.shedding ?? 0);

  pen.fill(whole, colour('ground', tones), 1);
  // The coming set first: what is left of the other lies over it.
  for (const { view, colours } of [...scenes].reverse()) {
    const drawSet = () =>
      pen.group({ transform: world }, () => {
        set.layer(view, 'far', at(view.spot), colours);
        set.layer(view, 'middle', at(view.spot), colours);
      });
    const panes = view.panes ?? [WHOLE];
    if (panes.length === 0) continue;
    const places = panes.map((pane) => placeOf(pane, screen.width));
    // A set in pieces is drawn once, not once for each; and what is cut finely is cut as a whole, not stroke by stroke.
    // Nor is one drawn again that rests.
    if (view.rests)
      pen.copies(places, drawSet, [
        view.scene,
        view.spot,
        view.turned,
        window,
        cast(view.chapter)?.clip,
        drawing.shedding,
      ]);
    else if (panes.some(isPiece)) pen.copies(places, drawSet);
    else for (const place of places) pen.group(place, drawSet);
  }
  for (const shape of picture.behind) area(pen, shape, tones);
  const { dancer } = picture;
  const danced = cast(dancer.chapter);
  const light = scenes.find(({ view }) => view.chapter === dancer.chapter) ?? scenes[0];
  if (danced) {
    const { clip, frame, gradual } = danced;
    const shown = clip.seenAt?.(frame, gradual) ?? [{ frame: frameAt(clip, frame), opacity: 1 }];
    together(pen, { transform: world, opacity: dancer.opacity }, () =>
      pen.group({ transform: cameraTransform(dancer.camera, 'middle', at(dancer.spot)) }, () => {
        for (const { frame: seen, opacity } of shown)
          together(pen, { opacity }, () => figure(pen, clip, seen, light?.colours ?? tones));
      }),
    );
  }
  for (const { view, colours } of scenes) {
    if (view.nearOpacity > UNSEEN)
      pen.group({ transform: world }, () =>
        set.layer(view, 'near', at(view.spot), colours, view.nearOpacity),
      );
  }
  for (const shape of picture.before) area(pen, shape, tones);
  if (picture.darkness > UNSEEN) pen.fill(whole, colour('ground', tones), thin(picture.darkness));
}

const WHOLE: Pane = {};
/** Outlines longer than this, in characters, are dear to cut each stroke of a set to. */
const SIMPLE = 300;
const isPiece = ({ clip = '', x }: Pane): boolean => clip.length > (x ? 0 : SIMPLE);

/** A group that is not drawn at all when it cannot be seen. */
function together(pen: Pen, how: Grouping, draw: () => void): void {
  const opacity = how.opacity ?? 1;
  if (opacity > UNSEEN) pen.group({ ...how, opacity: thin(opacity) }, draw);
}

const thin = (opacity: number): number => (opacity >= OPAQUE ? 1 : Math.round(opacity * 100) / 100);

function placeOf(pane: Pane, width: number): Grouping {
  const moves: string[] = [];
  if (pane.x || pane.y) moves.push(`translate(${pane.x ?? 0} ${pane.y ?? 0})`);
  if (pane.rotate) moves.push(`rotate(${pane.rotate} ${width / 2} 500)`);
  return { transform: moves.join(' '), clip: pane.clip };
}

function colour(tone: string, colours: Colours): string {
  const found = colours[tone];
  if (!found) throw new Error(`tone "${tone}" has no colour`);
  return found;
}

function area(pen: Pen, shape: Shape & PartState, colours: Colours, presence = 1): void {
  const opacity = (shape.opacity ?? 1) * presence;
  if (opacity > UNSEEN)
    pen.fill(shape.d, colour(shape.tone, colours), thin(opacity), shape.transform);
}

/** A figure; with `tone` as one flat shape, but for the layers that `accents` paints. */
function figure(
  pen: Pen,
  clip: Clip,
  frame: ClipFrame,
  colours: Colours,
  { tone, accents = {} }: Pick<Echo, 'tone' | 'accents'> = {},
  opacity = 1,
): void {
  for (const [index, name] of clip.layers.entries()) {
    const own = tone === undefined ? toneOf(name) : name === 'body' ? tone : accents[name];
    if (own === undefined) continue;
    const whole = tone !== undefined && name === 'body';
    const outlines = whole ? silhouetteOf(clip, frame) : frame.layers[index]!;
    if (outlines.length > 0) pen.fillOutlines(outlines, colour(own, colours), opacity);
  }
}

const silhouettes = new WeakMap<ClipFrame, readonly Outline[]>();

/** The whole figure as one shape; the same list for the same frame, so that a pen may keep its path. */
function silhouetteOf({ layers }: Clip, frame: ClipFrame): readonly Outline[] {
  const [body, near] = [layers.indexOf('body'), layers.indexOf('near')];
  if (near < 0) return frame.layers[body]!;
  const whole = silhouettes.get(frame) ?? [...frame.layers[body]!, ...frame.layers[near]!];
  silhouettes.set(frame, whole);
  return whole;
}

/** Draws sets and their echoes. */
class SetPen {
  readonly #pen: Pen;
  readonly #cast: Drawing['cast'];
  readonly #shedding: number;

  constructor(pen: Pen, cast: Drawing['cast'], shedding: number) {
    this.#pen = pen;
    this.#cast = cast;
    this.#shedding = shedding;
  }

  /** `presence`, 0 to 1, thins each of its shapes: as one they would be thinned at a higher price. */
  layer(view: SceneView, depth: Depth, dx: number, colours: Colours, presence = 1): void {
    const { scene, moment, turned, follow } = view;
    const camera = moment.camera ?? CAMERA_AT_REST;
    const cast = this.#cast(view.chapter);
    const transform = setTransform(view, camera, depth, dx);
    this.#pen.group({ transform }, () => {
      for (const shape of scene.set[depth]) {
        if (shape.spare !== undefined && shape.spare <= this.#shedding) continue;
        const state = shape.id === undefined ? shape : { ...shape, ...moment.parts?.[shape.id] };
        const seen = shape.follows ? besides(state, follow, depth, turned) : state;
        area(this.#pen, seen, colours, presence);
      }
      if (!cast || isNobody(cast.clip)) return;
      for (const echo of moment.echoes ?? [])
        if (echo.layer === depth)
          this.#echo(turned ? facingAsBefore(echo) : echo, cast, colours, presence);
    });
  }

  #echo(echo: Echo, cast: Cast, colours: Colours, presence: number): void {
    const { clip, frame } = cast;
    const count = clip.frames.length;
    // One who dances at another time does so from moment to moment: each place would have to be worked out for her alone.
    const other = Math.round(frame + (echo.offset ?? 0));
    const shown = echo.offset
      ? clip.frames[((other % count) + count) % count]!
      : frameAt(clip, frame);
    const scale = fine(echo.scale);
    const flip = echo.mirrored ? -scale : scale;
    const transform = `translate(${fine(echo.x)} ${fine(echo.y)}) scale(${flip} ${scale})`;
    const opacity = (echo.opacity ?? 1) * presence;
    // One flat shape is thin by its fill; several that overlap are thin together.
    const flat = echo.tone !== undefined && !echo.accents && !echo.holds;
    together(this.#pen, { transform, opacity: flat && opacity > UNSEEN ? 1 : opacity }, () => {
      figure(this.#pen, clip, shown, colours, echo, flat ? thin(opacity) : 1);
      this.#held(echo, shown, colours);
    });
  }

  #held(echo: Echo, frame: ClipFrame, colours: Colours): void {
    if (!echo.holds) return;
    const transform = heldTransform(frame, echo.holds);
    area(this.#pen, { d: echo.holds.d, tone: echo.tone ?? 'blade', transform }, colours);
  }
}

/** Transform of a layer of a set under a camera, its world standing `dx` units right of the base spot. */
export function setTransform(
  view: Pick<SceneView, 'scene' | 'turned' | 'shift' | 'follow'>,
  camera: Camera,
  depth: Depth,
  dx: number,
): string {
  const shift = shiftOf(view, depth);
  const seen = cameraTransform(camera, depth, dx);
  const moved = shift ? `${seen} translate(${fine(shift)} 0)` : seen;
  const { turned, scene } = view;
  return turned ? `${moved} translate(${2 * (scene.axis ?? 0)} 0) scale(-1 1)` : moved;
}

/** A light that follows her to `follow` in the world, in a layer of a set. */
export function besides<State extends PartState>(
  state: State,
  follow: number,
  depth: Depth,
  turned: boolean,
): State {
  if (follow === 0) return state;
  const aside = fine((turned ? -follow : follow) * PARALLAX[depth]);
  return { ...state, transform: `translate(${aside} 0) ${state.transform ?? ''}` };
}

/** An echo whose place is turned over, not its dance: she is not turned over either. */
function facingAsBefore(echo: Echo): Echo {
  const { holds } = echo;
  const [x, y] = holds?.lean ?? [0, 0];
  return {
    ...echo,
    mirrored: !echo.mirrored,
    ...(holds && { holds: { ...holds, lean: [-x, y] } }),
  };
}

const fine = (value: number): number => Math.round(value * 1000) / 1000;
