import { clamp } from '../../../core/maths/scalar.ts';
import { contoursOf } from './contours.ts';
import { type Contour, type Field, perimeter, signedArea } from './field.ts';
import { fitSpline } from './fit.ts';

/** One border of a layer in one frame, fitted and measured; not yet chosen. Lengths in clip units. */
export interface Island {
  /** Controls of its spline, not rounded. */
  readonly controls: readonly number[];
  /** Enclosed area, always positive. */
  readonly area: number;
  /** Typical width: the diameter of a disc, the breadth of a strip. */
  readonly width: number;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
  readonly hole: boolean;
  /** Index of the border just around this one, in the same list; -1 when there is none. */
  readonly parent: number;
}

export interface TraceOptions {
  /** Greatest distance of outline and field's border, in clip units. Default 0.8. */
  readonly tolerance?: number;
  /** Where eyes go first: within its radius outlines are truer, by this share of the tolerance. */
  readonly focuses?: readonly Focus[];
}

/** A round place; in the field's units. */
interface Focus {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** 0 to less than 1: how much of the tolerance is taken away in its middle. */
  readonly gain: number;
}

/** Borders smaller than this are not even considered. */
const CRUMB_AREA = 4;
const CRUMB_WIDTH = 0.8;
/** At the finest, a strip follows its border within this share of its breadth, or its sides would wander into each other. */
const FINENESS = 0.25;
const FINEST = 0.4;
/** Where a border is painted over, the tolerance is greater by this factor, less one. */
const HIDDEN_SLACK = 1.2;
/** Numbers in a long contour. */
const LONG = 1200;

/** All borders of a placed field worth considering, in clip units. */
export function islandsOf(
  field: Field & {
    readonly left: number;
    readonly top: number;
    readonly step: number;
    readonly hidden?: Float32Array | undefined;
  },
  options: TraceOptions = {},
): Island[] {
  const { tolerance = 0.8, focuses = [] } = options;
  const borders: { contour: Contour; slack: Float64Array; area: number; width: number }[] = [];
  for (const contour of contoursOf(field)) {
    const slack = slackAlong(contour, field);
    for (let i = 0; i < contour.length; i += 2) {
      contour[i] = field.left + contour[i]! * field.step;
      contour[i + 1] = field.top + contour[i + 1]! * field.step;
    }
    for (const focus of focuses) sharpen(slack, contour, focus);
    const area = signedArea(contour);
    const width = typicalWidth(Math.abs(area), perimeter(contour));
    if (Math.abs(area) >= CRUMB_AREA && width >= CRUMB_WIDTH)
      borders.push({ contour, slack, area, width });
  }
  return borders.map(({ contour, slack, area, width }, i) => ({
    // Long borders are looked at less closely: they would take too long.
    controls: fitSpline(contour, Math.min(tolerance, Math.max(FINEST, FINENESS * width)), {
      spacing: contour.length > LONG ? 1.5 : 1,
      slack,
    }),
    area: Math.abs(area),
    width,
    box: boxOf(contour),
    hole: area < 0,
    parent: parentOf(i, borders),
  }));
}

/** By point of a contour in pixels: how much further than elsewhere the curve may be off, being painted over. */
function slackAlong(
  contour: Contour,
  field: Field & { readonly hidden?: Float32Array | undefined },
): Float64Array {
  const slack = new Float64Array(contour.length / 2);
  if (!field.hidden) return slack;
  for (let i = 0; i < slack.length; i++) {
    const x = Math.round(contour[2 * i]!);
    const y = Math.round(contour[2 * i + 1]!);
    slack[i] = HIDDEN_SLACK * field.hidden[y * field.width + x]!;
  }
  return slack;
}

/** Takes slack away within the focus, where the border is not painted over. */
function sharpen(slack: Float64Array, contour: Contour, { x, y, radius, gain }: Focus): void {
  for (let i = 0; i < slack.length; i++) {
    if (slack[i]! > 0) continue;
    const away = Math.hypot(contour[2 * i]! - x, contour[2 * i + 1]! - y);
    slack[i] = Math.min(slack[i]!, -gain * clamp((1.3 * radius - away) / (0.3 * radius)));
  }
}

/** Twice area over perimeter is a strip's breadth but only a disc's radius: weigh by roundness. */
function typicalWidth(area: number, length: number): number {
  const roundness = Math.min(1, (4 * Math.PI * area) / (length * length));
  return ((2 * area) / length) * (1 + roundness);
}

function boxOf(contour: Contour): Island['box'] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < contour.length; i += 2) {
    box[0] = Math.min(box[0], contour[i]!);
    box[1] = Math.min(box[1], contour[i + 1]!);
    box[2] = Math.max(box[2], contour[i]!);
    box[3] = Math.max(box[3], contour[i + 1]!);
  }
  return box;
}

/** The smallest other border that surrounds border `i`. */
function parentOf(i: number, borders: readonly { contour: Contour; area: number }[]): number {
  const own = borders[i]!;
  const x = own.contour[0]!;
  const y = own.contour[1]!;
  let parent = -1;
  borders.forEach((other, k) => {
    if (k === i || Math.abs(other.area) <= Math.abs(own.area)) return;
    if (parent >= 0 && Math.abs(other.area) >= Math.abs(borders[parent]!.area)) return;
    if (surrounds(other.contour, x, y)) parent = k;
  });
  return parent;
}

function surrounds(contour: Contour, x: number, y: number): boolean {
  let inside = false;
  let px = contour[contour.length - 2]!;
  let py = contour[contour.length - 1]!;
  for (let i = 0; i < contour.length; i += 2) {
    const qx = contour[i]!;
    const qy = contour[i + 1]!;
    if (qy > y !== py > y && x < ((px - qx) * (y - qy)) / (py - qy) + qx) inside = !inside;
    px = qx;
    py = qy;
  }
  return inside;
}
