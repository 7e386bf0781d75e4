/** Draws stage pictures into the stage's SVG. The only code that touches it. */
import type { StagePicture } from '../../core/stage/compose.ts';
import { cameraTransform, type StageWindow } from '../../core/stage/window.ts';
import type { Clip } from '../../schemas/clip.ts';
import { Figure } from './figure.ts';
import { group, svgElement, write, writeFade, writeOpacity } from './nodes.ts';
import { paintShapes } from './shapes.ts';
import { Slot } from './slot.ts';
import { Tones } from './tones.ts';

/** The clips a picture is painted from: an act's whole clip when it is there, else its still. */
export interface Wardrobe {
  clip(act: number): Clip | undefined;
  still(act: number): Clip | undefined;
}

export class Painter {
  readonly #slots: readonly [Slot, Slot];
  readonly #behind: SVGGElement;
  readonly #before: SVGGElement;
  readonly #dancer: SVGGElement;
  readonly #figure: Figure;
  readonly #darkness: Element;
  readonly #tones: Tones;
  #adoptable: number | null;

  /** Takes over the stage as the server drew it: the scene of act `drawn` stands in slot `a`. */
  constructor(svg: SVGSVGElement, drawn: number | null) {
    const defs = svg.querySelector('defs') ?? svg.insertBefore(svgElement('defs'), svg.firstChild);
    const part = (name: string) => svg.querySelector<SVGGElement>(`g[data-part="${name}"]`)!;
    this.#slots = [
      new Slot('a', part('slot-a'), part('near-a'), defs),
      new Slot('b', part('slot-b'), part('near-b'), defs),
    ];
    this.#behind = part('behind');
    this.#before = part('before');
    this.#dancer = part('dancer');
    this.#tones = new Tones(this.#dancer);
    this.#figure = new Figure(group(this.#dancer, 'data-figure', 'dancer'));
    this.#darkness = svg.querySelector('[data-part="darkness"]')!;
    this.#adoptable = drawn;
  }

  /** @param shedding how much of what lives in the sets is left out, see `core/stage/shed.ts` */
  paint(picture: StagePicture, window: StageWindow, wardrobe: Wardrobe, shedding = 0): void {
    const { dancer } = picture;
    const clip = dancer.frame === 'still' ? wardrobe.still(dancer.act) : wardrobe.clip(dancer.act);
    const shown = clip ?? wardrobe.still(dancer.act);
    const frame = shown && typeof dancer.frame === 'number' ? frameAt(shown, dancer.frame) : 0;
    this.#paintScenes(picture, window, shedding, (act) => {
      if (act === dancer.act) return [shown, frame];
      // A neighbour's echoes dance their own chapter's clip: its end, or its beginning.
      const own = wardrobe.clip(act) ?? wardrobe.still(act);
      return [own, own && act < dancer.act ? own.frames.length - 1 : 0];
    });
    if (shown) this.#figure.show(shown, frame);
    const dx = (dancer.spot - window.baseSpot) * window.unitsPerWidth;
    write(this.#dancer, 'transform', cameraTransform(dancer.camera, 'middle', dx));
    writeOpacity(this.#dancer, dancer.opacity);
    const screen = `translate(${window.screenOrigin.x} ${window.screenOrigin.y}) scale(${window.screenScale})`;
    for (const [host, shapes] of [
      [this.#behind, picture.behind],
      [this.#before, picture.before],
    ] as const) {
      write(host, 'transform', screen);
      paintShapes(host, shapes);
    }
    writeFade(this.#darkness, picture.darkness);
  }

  #paintScenes(
    picture: StagePicture,
    window: StageWindow,
    shedding: number,
    cast: (act: number) => readonly [clip: Clip | undefined, frame: number],
  ): void {
    const free = new Set(this.#slots);
    // A scene keeps its slot while it is on, so that nothing is drawn anew in mid-transition.
    const placed = picture.scenes.map((view) => {
      const slot = this.#slots.find((candidate) => candidate.act === view.act);
      if (slot) free.delete(slot);
      return { view, slot };
    });
    for (const { view, slot } of placed) {
      const used = slot ?? [...free][0]!;
      free.delete(used);
      if (!slot) {
        used.mount(view.act, view.scene, this.#adoptable === view.act && used === this.#slots[0]);
        this.#adoptable = null;
      }
      used.show(view, window, shedding, ...cast(view.act));
      // What comes stands before what leaves, whichever slot it got.
      if (placed.length > 1 && view === picture.scenes.at(-1)) used.raise(this.#behind);
    }
    for (const slot of free) slot.hide();
    const light =
      picture.scenes.find((view) => view.act === picture.dancer.act) ?? picture.scenes[0];
    this.#tones.set({ ...light?.scene.tones, ...light?.moment.tones });
  }
}

/** The frame at a progress of 0 to 1. */
export function frameAt(clip: Clip, progress: number): number {
  return Math.round(Math.min(1, Math.max(0, progress)) * (clip.frames.length - 1));
}
