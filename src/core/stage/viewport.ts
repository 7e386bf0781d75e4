/** How the stage's spaces lie over each other in a given box. Pure. */
import { FLOOR_SHARE, FRAMING_CENTRE, PARALLAX, PICTURE_UNITS, SPOT } from '../../config/stage.ts';
import type { Camera, Screen, Side } from '../../schemas/picture.ts';

/** The stage's window on the world. */
export interface StageWindow {
  readonly screen: Screen;
  /** World units across the box. */
  readonly unitsPerWidth: number;
  /** The spot that the style sheet assumes, as a share of the width. */
  readonly baseSpot: number;
  /** World units per screen unit, and the world point of the box's upper left corner. */
  readonly screenScale: number;
  readonly screenOrigin: { readonly x: number; readonly y: number };
}

/** A picture of `width` by `height` CSS pixels; `side` is that of the landing chapter's text. */
export function stageWindow(width: number, height: number, tall: boolean, side: Side): StageWindow {
  // A stage that is not shown (on paper) has no height; its numbers must be numbers all the same.
  const high = Math.max(1, height);
  const scale = high / PICTURE_UNITS;
  const baseSpot = tall ? SPOT.tall : SPOT[side];
  return {
    screen: { width: (width / high) * 1000, tall },
    unitsPerWidth: width / scale,
    baseSpot,
    screenScale: PICTURE_UNITS / 1000,
    screenOrigin: { x: (-baseSpot * width) / scale, y: -FLOOR_SHARE * PICTURE_UNITS },
  };
}

/** The part of the world that is seen while the camera is at rest. */
export function visibleWorld(screen: Screen): {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
} {
  const across = (screen.width / 1000) * PICTURE_UNITS;
  const spot = screen.tall ? SPOT.tall : SPOT[screen.words ?? 'left'];
  return {
    left: -spot * across,
    right: (1 - spot) * across,
    top: -FLOOR_SHARE * PICTURE_UNITS,
    bottom: (1 - FLOOR_SHARE) * PICTURE_UNITS,
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Transform of a layer under a camera, its world standing `dx` units right of the base spot. */
export function cameraTransform(camera: Camera, layer: keyof typeof PARALLAX, dx: number): string {
  const share = PARALLAX[layer];
  const zoom = 1 + (camera.zoom - 1) * share;
  const x = FRAMING_CENTRE.x + dx - zoom * (FRAMING_CENTRE.x + camera.x * share);
  const y = FRAMING_CENTRE.y - zoom * (FRAMING_CENTRE.y + camera.y * share);
  return `translate(${round(x)} ${round(y)})${zoom === 1 ? '' : ` scale(${Math.round(zoom * 1e4) / 1e4})`}`;
}

/** The point of a layer's world that is seen `x` and `y` world units from where the layer's spot and the floor line meet on the screen. */
export function seenAt(
  camera: Camera,
  layer: keyof typeof PARALLAX,
  x: number,
  y: number,
): { readonly x: number; readonly y: number; readonly zoom: number } {
  const share = PARALLAX[layer];
  const zoom = 1 + (camera.zoom - 1) * share;
  const { x: fx, y: fy } = FRAMING_CENTRE;
  return {
    x: (x - fx) / zoom + fx + camera.x * share,
    y: (y - fy) / zoom + fy + camera.y * share,
    zoom,
  };
}

/** Transform that keeps what is drawn in layer `to` upon what is drawn at the same place in layer `from`. */
export function layerTransform(
  camera: Camera,
  from: keyof typeof PARALLAX,
  to: keyof typeof PARALLAX,
): string {
  const [a, b] = [PARALLAX[from], PARALLAX[to]];
  const scale = (1 + (camera.zoom - 1) * a) / (1 + (camera.zoom - 1) * b);
  const { x: fx, y: fy } = FRAMING_CENTRE;
  const x = fx + camera.x * b - scale * (fx + camera.x * a);
  const y = fy + camera.y * b - scale * (fy + camera.y * a);
  return `translate(${round(x)} ${round(y)}) scale(${Math.round(scale * 1e4) / 1e4})`;
}
