import {
  FLOOR_SHARE,
  FRAMING_CENTRE,
  PARALLAX,
  PICTURE_UNITS,
  SPOT,
  TALL_SHARE,
} from '../config/stage.ts';
import type { Camera, Screen } from '../schemas/picture.ts';

/** On which side of a wide screen the words stand; the dancer stands on the other. */
export type TextSide = 'left' | 'right';

/** How the world lies on a screen while the camera is at rest. */
export interface Framing {
  /** Screen units per world unit. */
  readonly scale: number;
  /** The dancer's spot, in screen units. */
  readonly x: number;
  readonly y: number;
  /** The visible part of the world. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The framing of a chapter whose words stand at `text`. */
export const framing = (screen: Screen, text: TextSide): Framing => {
  const scale = screen.tall ? TALL_SHARE : 1;
  const x = screen.width * (screen.tall ? SPOT.tall : SPOT[text]);
  return {
    scale,
    x,
    y: FLOOR_SHARE * PICTURE_UNITS * scale,
    left: -x / scale,
    right: (screen.width - x) / scale,
    top: -FLOOR_SHARE * PICTURE_UNITS,
    bottom: (1 - FLOOR_SHARE) * PICTURE_UNITS,
  };
};

export type Depth = keyof typeof PARALLAX;

export const REST: Camera = { x: 0, y: 0, zoom: 1 };

/** SVG transform from a layer's world units to screen units. */
export const layerTransform = (view: Framing, depth: Depth, camera: Camera = REST): string => {
  const share = PARALLAX[depth];
  const scale = view.scale * (1 + (camera.zoom - 1) * share);
  const x = view.x + FRAMING_CENTRE.x * view.scale - (FRAMING_CENTRE.x + camera.x * share) * scale;
  const y = view.y + FRAMING_CENTRE.y * view.scale - (FRAMING_CENTRE.y + camera.y * share) * scale;
  return `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(4)})`;
};
