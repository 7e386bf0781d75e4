/** A stage picture as SVG text, without a DOM: what the painter draws into the page, for files. */
import { TONES } from '../../config/tones.ts';
import type { Clip, ClipFrame } from '../../schemas/clip.ts';
import type { Echo, Pane, PartState, Shape } from '../../schemas/picture.ts';
import { outlinePath } from '../clip/outlinePath.ts';
import { CAMERA_AT_REST, type SceneView, type StagePicture } from './compose.ts';
import { heldTransform } from './held.ts';
import { cameraTransform, type StageWindow } from './window.ts';

/** The clip and frame that an act shows; none draws the set alone. */
export interface Cast {
  readonly clip: Clip;
  readonly frame: number;
}

type Colours = Readonly<Record<string, string>>;

/** The picture in a window, as a complete SVG document of the window's screen units. Throws on a tone without colour. */
export function pictureMarkup(
  picture: StagePicture,
  window: StageWindow,
  cast: (act: number) => Cast | undefined,
): string {
  const { width } = window.screen;
  const { screenScale, screenOrigin, baseSpot } = window;
  const world = `scale(${1 / screenScale}) translate(${-screenOrigin.x} ${-screenOrigin.y})`;
  const at = (spot: number) => (spot - baseSpot) * window.unitsPerWidth;
  const { dancer } = picture;
  const danced = cast(dancer.act);
  const lit = picture.scenes.find((view) => view.act === dancer.act) ?? picture.scenes[0];
  const shapes = (list: readonly Shape[]) => list.map((shape) => area(shape, TONES)).join('');
  const sets = picture.scenes.map((view, index) => {
    const far = layer(view, 'far', at(view.spot), cast);
    const middle = layer(view, 'middle', at(view.spot), cast);
    return panes(
      wrap(far + middle, `transform="${world}"`),
      view.panes ?? [{}],
      `p${index}-`,
      width,
    );
  });
  const figure =
    danced && dancer.opacity > 0.004
      ? wrap(
          outlines(danced.clip, danced.clip.frames[danced.frame]!, lit ? coloursOf(lit) : TONES),
          `transform="${world} ${cameraTransform(dancer.camera, 'middle', at(dancer.spot))}" opacity="${dancer.opacity.toFixed(2)}"`,
        )
      : '';
  const near = picture.scenes.map((view) =>
    view.nearOpacity < 0.004
      ? ''
      : wrap(
          layer(view, 'near', at(view.spot), cast),
          `transform="${world}" opacity="${view.nearOpacity.toFixed(2)}"`,
        ),
  );
  const ground = `<path d="M0 0H${width}V1000H0z" fill="${TONES['ground']}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 1000">`,
    `${ground}/>`,
    ...sets,
    shapes(picture.behind),
    figure,
    ...near,
    shapes(picture.before),
    picture.darkness > 0 ? `${ground} opacity="${picture.darkness.toFixed(2)}"/>` : '',
    '</svg>',
  ].join('');
}

const coloursOf = (view: SceneView): Colours => ({
  ...TONES,
  ...view.scene.tones,
  ...view.moment.tones,
});

const wrap = (content: string, attributes: string): string =>
  content === '' ? '' : `<g ${attributes}>${content}</g>`;

function colour(tone: string, colours: Colours): string {
  const found = colours[tone];
  if (!found) throw new Error(`tone "${tone}" has no colour: add it to the scene's tones`);
  return found;
}

function area(shape: Shape & PartState, colours: Colours): string {
  const opacity = shape.opacity ?? 1;
  if (opacity < 0.004) return '';
  const thin = opacity < 0.996 ? ` opacity="${opacity.toFixed(2)}"` : '';
  const moved = shape.transform ? ` transform="${shape.transform}"` : '';
  return `<path d="${shape.d}" fill="${colour(shape.tone, colours)}"${thin}${moved}/>`;
}

function outlines(
  clip: Clip,
  frame: ClipFrame,
  colours: Colours,
  { tone, accents = {} }: Pick<Echo, 'tone' | 'accents'> = {},
): string {
  return clip.layers
    .map((name, index) => {
      const found = frame.layers[index]!;
      const own = tone === undefined ? name : name === 'body' ? tone : accents[name];
      if (found.length === 0 || own === undefined) return '';
      return `<path d="${outlinePath(found)}" fill="${colour(own, colours)}"/>`;
    })
    .join('');
}

function layer(
  view: SceneView,
  depth: 'far' | 'middle' | 'near',
  dx: number,
  cast: (act: number) => Cast | undefined,
): string {
  const { scene, moment } = view;
  const colours = coloursOf(view);
  const set = scene.set[depth].map((shape) =>
    area({ ...shape, ...(shape.id === undefined ? undefined : moment.parts?.[shape.id]) }, colours),
  );
  const danced = cast(view.act);
  const echoes = (moment.echoes ?? [])
    .filter((echo) => echo.layer === depth)
    .map((echo) => (danced ? echoMarkup(echo, danced, colours) : ''));
  const camera = moment.camera ?? CAMERA_AT_REST;
  return wrap(set.join('') + echoes.join(''), `transform="${cameraTransform(camera, depth, dx)}"`);
}

function echoMarkup(echo: Echo, { clip, frame }: Cast, colours: Colours): string {
  const count = clip.frames.length;
  const shown = clip.frames[(((frame + (echo.offset ?? 0)) % count) + count) % count]!;
  const flip = echo.mirrored ? -echo.scale : echo.scale;
  return wrap(
    outlines(clip, shown, colours, echo) + held(echo, shown, colours),
    `transform="translate(${echo.x} ${echo.y}) scale(${flip} ${echo.scale})" opacity="${echo.opacity ?? 1}"`,
  );
}

function held(echo: Echo, frame: ClipFrame, colours: Colours): string {
  if (!echo.holds) return '';
  const shape = { d: echo.holds.d, tone: echo.tone ?? 'blade' };
  return wrap(area(shape, colours), `transform="${heldTransform(frame, echo.holds)}"`);
}

function panes(content: string, views: readonly Pane[], name: string, width: number): string {
  return views
    .map((pane, index) => {
      const id = `${name}${index}`;
      const cut =
        pane.clip === undefined
          ? content
          : `<clipPath id="${id}"><path d="${pane.clip}"/></clipPath><g clip-path="url(#${id})">${content}</g>`;
      const move = `translate(${pane.x ?? 0} ${pane.y ?? 0}) rotate(${pane.rotate ?? 0} ${width / 2} 500)`;
      return wrap(cut, `transform="${move}" opacity="${pane.opacity ?? 1}"`);
    })
    .join('');
}
