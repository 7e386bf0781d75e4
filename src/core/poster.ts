/** Whole pictures of the stage as SVG text: stills without script, contact sheets, cards. No DOM. */
import { TALL_SHARE } from '../config/stage.ts';
import { TONES } from '../config/tones.ts';
import type { Clip, ClipFrame } from '../schemas/clip.ts';
import { CLIP_ANCHORS } from '../schemas/clip.ts';
import type {
  Camera,
  Echo,
  Moment,
  Pane,
  Scene,
  Screen,
  Shape,
  Transition,
} from '../schemas/picture.ts';
import { outlinePath } from './clip/outlinePath.ts';
import {
  type Depth,
  type Framing,
  framing,
  layerTransform,
  REST,
  type TextSide,
} from './framing.ts';
import { ease, mix } from './paths/ease.ts';
import { rect } from './paths/path.ts';

/** A scene at a moment, with the dance that is danced in it. */
export interface PosterScene {
  readonly scene: Scene;
  /** 0 to 1. */
  readonly progress: number;
  readonly text: TextSide;
  /** Her clip; the frame follows from progress unless `frame` names it. No dancer when absent. */
  readonly clip?: Clip | undefined;
  readonly frame?: number;
}

export interface PosterCrossing {
  readonly transition: Transition;
  readonly progress: number;
  /** Absent after the last chapter. */
  readonly incoming?: PosterScene;
}

export interface PosterOptions extends PosterScene {
  readonly screen: Screen;
  readonly crossing?: PosterCrossing;
}

type Colours = Readonly<Record<string, string>>;

const colour = (tone: string, colours: Colours): string => {
  const found = colours[tone];
  if (!found) throw new Error(`tone "${tone}" has no colour: add it to the scene's tones`);
  return found;
};

const area = (
  shape: Shape & { readonly transform?: string | undefined },
  colours: Colours,
): string => {
  if (shape.opacity !== undefined && shape.opacity < 0.004) return '';
  const opacity =
    shape.opacity === undefined || shape.opacity > 0.996
      ? ''
      : ` opacity="${shape.opacity.toFixed(3)}"`;
  const transform = shape.transform ? ` transform="${shape.transform}"` : '';
  return `<path d="${shape.d}" fill="${colour(shape.tone, colours)}"${opacity}${transform}/>`;
};

const group = (content: string, attributes: string): string =>
  content ? `<g ${attributes}>${content}</g>` : '';

/** A figure of the clip's outlines; one flat tone when `tone` is given. */
const figure = (clip: Clip, frame: ClipFrame, colours: Colours, tone?: string): string =>
  clip.layers
    .map((layer, index) => {
      const outlines = frame.layers[index]!;
      if (outlines.length === 0 || (tone && layer !== 'body')) return '';
      return `<path d="${outlinePath(outlines)}" fill="${colour(tone ?? layer, colours)}"/>`;
    })
    .join('');

const frameIndex = ({ clip, frame, progress }: PosterScene): number =>
  frame ?? Math.round(progress * ((clip?.frames.length ?? 1) - 1));

const held = (echo: Echo, frame: ClipFrame, colours: Colours): string => {
  if (!echo.holds) return '';
  const [hx, hy] = frame.anchors[CLIP_ANCHORS.indexOf('head')]!;
  const [x, y] = frame.anchors[CLIP_ANCHORS.indexOf(echo.holds.anchor)]!;
  const turn = (Math.atan2(y - hy, x - hx) * 180) / Math.PI;
  const shape = { d: echo.holds.d, tone: echo.tone ?? 'blade' };
  return group(area(shape, colours), `transform="translate(${x} ${y}) rotate(${turn.toFixed(1)})"`);
};

const echoFigure = (echo: Echo, on: PosterScene, colours: Colours): string => {
  const { clip } = on;
  if (!clip) return '';
  const count = clip.frames.length;
  const index = frameIndex(on) + Math.round(echo.offset ?? 0);
  const frame = clip.frames[((index % count) + count) % count]!;
  const flip = echo.mirrored ? -echo.scale : echo.scale;
  return group(
    figure(clip, frame, colours, echo.tone) + held(echo, frame, colours),
    `transform="translate(${echo.x} ${echo.y}) scale(${flip} ${echo.scale})" opacity="${echo.opacity ?? 1}"`,
  );
};

interface Seen {
  readonly on: PosterScene;
  readonly moment: Moment;
  readonly view: Framing;
  readonly colours: Colours;
}

const look = (on: PosterScene, screen: Screen): Seen => {
  const moment = on.scene.at(on.progress, screen);
  const colours = { ...TONES, ...on.scene.tones, ...moment.tones };
  return { on, moment, view: framing(screen, on.text), colours };
};

const layer = ({ on, moment, view, colours }: Seen, depth: Depth): string => {
  const shapes = on.scene.set[depth]
    .map((shape) =>
      area({ ...shape, ...(shape.id ? moment.parts?.[shape.id] : undefined) }, colours),
    )
    .join('');
  const echoes = (moment.echoes ?? [])
    .filter((echo) => echo.layer === depth)
    .map((echo) => echoFigure(echo, on, colours))
    .join('');
  return group(shapes + echoes, `transform="${layerTransform(view, depth, moment.camera)}"`);
};

const panes = (content: string, views: readonly Pane[], name: string, screen: Screen): string =>
  views
    .map((pane, index) => {
      const id = `${name}${index}`;
      const cut = pane.clip
        ? `<clipPath id="${id}"><path d="${pane.clip}"/></clipPath><g clip-path="url(#${id})">${content}</g>`
        : content;
      const move = `translate(${pane.x ?? 0} ${pane.y ?? 0}) rotate(${pane.rotate ?? 0} ${screen.width / 2} 500)`;
      return group(cut, `transform="${move}" opacity="${pane.opacity ?? 1}"`);
    })
    .join('');

const dancer = (seen: Seen, camera: Camera, x: number, opacity: number): string => {
  const { on, view, colours } = seen;
  if (!on.clip || opacity < 0.004) return '';
  const frame = on.clip.frames[frameIndex(on)]!;
  return group(
    figure(on.clip, frame, colours),
    `transform="${layerTransform({ ...view, x }, 'middle', camera)}" opacity="${opacity.toFixed(3)}"`,
  );
};

/** On tall screens the words stand on plain ground below the picture. */
const apron = (screen: Screen, colours: Colours): string => {
  if (!screen.tall) return '';
  const edge = TALL_SHARE * 1000;
  return [0.35, 0.5, 0.7, 1]
    .map((opacity, step) =>
      area(
        { d: rect(-9, edge - 36 + step * 12, screen.width + 18, 700), tone: 'ground', opacity },
        colours,
      ),
    )
    .join('');
};

/**
 * The picture of a scene, or of the way from it to the next, as a complete SVG
 * document of `screen.width` by 1000 units. Throws when a tone has no colour.
 */
export const pictureSvg = (options: PosterOptions): string => {
  const { screen, crossing } = options;
  const passed = crossing?.progress ?? 0;
  const drawn = crossing?.transition(passed, screen);
  const out = look(options, screen);
  const next = crossing?.incoming && look(crossing.incoming, screen);
  const turn = ease(passed);
  const from = out.moment.camera ?? REST;
  const to = next?.moment.camera ?? from;
  const lead = passed < 0.5 || !next ? out : next;
  const shapes = (list: readonly Shape[] = []): string =>
    list.map((shape) => area(shape, TONES)).join('');
  const opacity =
    mix(
      out.moment.dancer?.opacity ?? 1,
      next ? (next.moment.dancer?.opacity ?? 1) : crossing ? 0 : 1,
      crossing ? turn : 0,
    ) * (drawn?.dancer?.opacity ?? 1);
  const content = [
    area({ d: rect(-9, -9, screen.width + 18, 1018), tone: 'ground' }, TONES),
    panes(layer(out, 'far') + layer(out, 'middle'), drawn?.outgoing ?? [{}], 'out', screen),
    next
      ? panes(layer(next, 'far') + layer(next, 'middle'), drawn?.incoming ?? [], 'in', screen)
      : '',
    shapes(drawn?.behind),
    dancer(
      lead,
      {
        x: mix(from.x, to.x, turn),
        y: mix(from.y, to.y, turn),
        zoom: mix(from.zoom, to.zoom, turn),
      },
      next ? mix(out.view.x, next.view.x, turn) : out.view.x,
      opacity,
    ),
    group(layer(out, 'near'), `opacity="${Math.max(0, 1 - passed * 2)}"`),
    next ? group(layer(next, 'near'), `opacity="${Math.max(0, passed * 2 - 1)}"`) : '',
    apron(screen, TONES),
    shapes(drawn?.before),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${screen.width} 1000">${content.join('')}</svg>`;
};
