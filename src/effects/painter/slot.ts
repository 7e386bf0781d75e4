/** A place for one scene: its set, its echoes, and the panes through which a transition shows it. */
import type { SceneView } from '../../core/stage/compose.ts';
import { CAMERA_AT_REST } from '../../core/stage/compose.ts';
import { heldTransform } from '../../core/stage/held.ts';
import { isShed } from '../../core/stage/shed.ts';
import { cameraTransform, type StageWindow } from '../../core/stage/window.ts';
import type { Clip, ClipFrame } from '../../schemas/clip.ts';
import type { Echo, Pane, PartState, Scene, Shape } from '../../schemas/picture.ts';
import { Figure } from './figure.ts';
import { fillOf, group, svgElement, write, writeFade, writeOpacity } from './nodes.ts';
import { Tones } from './tones.ts';

const LAYERS = ['far', 'middle', 'near'] as const;
type Layer = (typeof LAYERS)[number];

interface Part {
  readonly path: Element;
  readonly shape: Shape;
}

export class Slot {
  readonly #name: string;
  readonly #defs: Element;
  /** Panes of this scene; the first holds the set itself, the others refer to it. */
  readonly #panes: Element;
  readonly #content: SVGGElement;
  readonly #layers: Readonly<Record<Layer, SVGGElement>>;
  #parts = new Map<string, Part>();
  #act: number | null = null;
  #echoes = new Map<string, { host: SVGGElement; figure: Figure }>();
  readonly #tones: readonly [Tones, Tones];
  #panesDrawn = 1;

  /** `root` holds what stands behind the dancer, `front` what passes before her; both may come drawn from the server. */
  constructor(name: string, root: SVGGElement, front: SVGGElement, defs: Element) {
    this.#name = name;
    this.#defs = defs;
    this.#panes = root;
    const first = group(root, 'data-pane', '0');
    const cut = group(first, 'data-cut', '0');
    this.#content = group(cut, 'data-content', name);
    this.#content.id = `stage-content-${name}`;
    this.#layers = {
      far: group(this.#content, 'data-layer', 'far'),
      middle: group(this.#content, 'data-layer', 'middle'),
      near: front,
    };
    this.#tones = [new Tones(this.#content), new Tones(front)];
  }

  /** The act whose scene stands here. */
  get act(): number | null {
    return this.#act;
  }

  /** Draws the set of an act's scene; `adopt` takes over what the server has drawn of it. */
  mount(act: number, scene: Scene, adopt: boolean): void {
    this.#act = act;
    this.#parts = new Map();
    this.#echoes = new Map();
    this.setTones(scene.tones ?? {});
    for (const layer of LAYERS) {
      const host = this.#layers[layer];
      const shapes = scene.set[layer];
      if (!adopt || host.childElementCount !== shapes.length) {
        host.replaceChildren(...shapes.map((shape) => svgElement('path', { d: shape.d })));
      }
      shapes.forEach((shape, index) => {
        const path = host.children[index]!;
        if (shape.id) this.#parts.set(shape.id, { path, shape });
        this.#restore(path, shape);
      });
    }
  }

  /** Puts this scene in front of the other slot's; `behind` is what follows the scenes in the drawing. */
  raise(behind: Element): void {
    if (this.#panes.nextElementSibling !== behind) behind.before(this.#panes);
  }

  hide(): void {
    writeOpacity(this.#panes, 0);
    writeOpacity(this.#layers.near, 0);
  }

  /** Shows the mounted scene at a moment, without what is shed. `clip` and `frame` feed its echoes. */
  show(
    view: SceneView,
    window: StageWindow,
    shedding: number,
    clip: Clip | undefined,
    frame: number,
  ): void {
    const { moment, panes } = view;
    const camera = moment.camera ?? CAMERA_AT_REST;
    const dx = (view.spot - window.baseSpot) * window.unitsPerWidth;
    for (const layer of LAYERS) {
      write(this.#layers[layer], 'transform', cameraTransform(camera, layer, dx));
    }
    this.setTones({ ...view.scene.tones, ...moment.tones });
    for (const [id, part] of this.#parts) {
      if (shedding > 0 && isShed(id, shedding)) writeFade(part.path, 0);
      else this.#apply(part, moment.parts?.[id]);
    }
    this.#showEchoes(moment.echoes ?? [], clip, frame);
    writeOpacity(this.#panes, panes?.length === 0 ? 0 : 1);
    writeOpacity(this.#layers.near, view.nearOpacity);
    this.#showPanes(panes ?? [{}], window);
  }

  /** Colours of this scene; others fall back to the stage's. */
  setTones(tones: Readonly<Record<string, string>>): void {
    for (const host of this.#tones) host.set(tones);
  }

  #apply({ path, shape }: Part, state: PartState | undefined): void {
    if (state?.d !== undefined || shape.id) write(path, 'd', state?.d ?? shape.d);
    write(path, 'transform', state?.transform ?? null);
    write(path, 'fill', fillOf(state?.tone ?? shape.tone));
    writeFade(path, state?.opacity ?? shape.opacity ?? 1);
  }

  #restore(path: Element, shape: Shape): void {
    write(path, 'fill', fillOf(shape.tone));
    writeFade(path, shape.opacity ?? 1);
  }

  #showEchoes(echoes: readonly Echo[], clip: Clip | undefined, frame: number): void {
    const seen = new Set<string>();
    echoes.forEach((echo, index) => {
      if (!clip) return;
      const key = `${echo.layer}-${index}`;
      seen.add(key);
      let entry = this.#echoes.get(key);
      if (!entry) {
        const host = this.#layers[echo.layer].appendChild(svgElement('g', { 'data-echo': key }));
        entry = { host, figure: new Figure(host) };
        this.#echoes.set(key, entry);
      }
      const count = clip.frames.length;
      const at = (((frame + (echo.offset ?? 0)) % count) + count) % count;
      entry.figure.show(clip, at, echo.tone, echo.accents);
      showHeld(entry.host, echo, clip.frames[at]!);
      const scale = fine(echo.scale);
      const flip = echo.mirrored ? `${-scale} ${scale}` : `${scale}`;
      write(entry.host, 'transform', `translate(${fine(echo.x)} ${fine(echo.y)}) scale(${flip})`);
      writeOpacity(entry.host, echo.opacity ?? 1);
    });
    for (const [key, { host }] of this.#echoes) if (!seen.has(key)) writeOpacity(host, 0);
  }

  #showPanes(panes: readonly Pane[], window: StageWindow): void {
    for (const [index, pane] of panes.entries()) this.#showPane(pane, index, window);
    for (let index = panes.length; index < this.#panesDrawn; index++) {
      if (index > 0) writeOpacity(group(this.#panes, 'data-pane', String(index)), 0);
    }
    this.#panesDrawn = Math.max(1, panes.length);
  }

  #showPane(pane: Pane, index: number, window: StageWindow): void {
    const outer = group(this.#panes, 'data-pane', String(index));
    const cut = group(outer, 'data-cut', String(index));
    if (index > 0 && cut.childElementCount === 0) {
      cut.append(svgElement('use', { href: `#${this.#content.id}` }));
    }
    const { screenScale: k, screenOrigin: o, screen } = window;
    const moves: string[] = [];
    if (pane.x || pane.y) moves.push(`translate(${(pane.x ?? 0) * k} ${(pane.y ?? 0) * k})`);
    if (pane.rotate)
      moves.push(`rotate(${pane.rotate} ${o.x + (screen.width / 2) * k} ${o.y + 500 * k})`);
    write(outer, 'transform', moves.length > 0 ? moves.join(' ') : null);
    writeOpacity(outer, pane.opacity ?? 1);
    if (pane.clip === undefined) {
      write(cut, 'clip-path', null);
      return;
    }
    const id = `stage-cut-${this.#name}-${index}`;
    let bound = this.#defs.querySelector(`#${id}`);
    if (!bound) {
      bound = this.#defs.appendChild(svgElement('clipPath', { id }));
      bound.append(svgElement('path'));
    }
    const path = bound.firstElementChild!;
    write(path, 'd', pane.clip);
    write(path, 'transform', `translate(${o.x} ${o.y}) scale(${k})`);
    write(cut, 'clip-path', `url(#${id})`);
  }
}

const fine = (value: number): number => Math.round(value * 1000) / 1000;

/** What an echo holds. */
function showHeld(host: SVGGElement, echo: Echo, frame: ClipFrame): void {
  const found = host.querySelector(':scope > [data-held]');
  if (!echo.holds) {
    if (found) writeFade(found, 0);
    return;
  }
  const held = found ?? host.appendChild(svgElement('path', { 'data-held': '' }));
  write(held, 'd', echo.holds.d);
  write(held, 'fill', fillOf(echo.tone ?? 'blade'));
  write(held, 'transform', heldTransform(frame, echo.holds));
  writeFade(held, 1);
}
