/**
 * Art direction: how each scene is composed as a poster. Shares are of the
 * picture's width or height; the dancer is 700 units tall when she stands.
 */
import type { SceneId } from '../config/catalogue.ts';

/** Where the camera stands for one shape of poster. */
export interface Shot {
  /** Where her spot on the floor is. */
  readonly x: number;
  readonly y: number;
  /** How much of the height her standing figure would take. */
  readonly share: number;
  /** Where the title stands. */
  readonly title: 'left' | 'right' | 'top' | 'bottom';
  /** In a column beside her: at its upper end, in the middle, at the foot. */
  readonly align?: 'start' | 'center' | 'end';
  /** Width of the title's column. */
  readonly column?: number;
}

export interface Direction {
  readonly wide: Shot;
  readonly square: Shot;
  readonly tall: Shot;
  /** Colour of the title's last line, as a tone of the stage. */
  readonly accent: 'red' | 'bone' | 'brass';
  /** Colour of the chapter's number. */
  readonly number: 'red' | 'bone';
  /** What the picture sinks into behind the title. */
  readonly shade: string;
}

const NIGHT = '#0c0b0d';
const WINE = '#170508';

export const DIRECTIONS: Readonly<Record<SceneId, Direction>> = {
  bareStage: {
    wide: { x: 0.7, y: 0.95, share: 0.7, title: 'left', align: 'end' },
    square: { x: 0.6, y: 0.66, share: 0.48, title: 'bottom' },
    tall: { x: 0.5, y: 0.68, share: 0.4, title: 'bottom' },
    accent: 'red',
    number: 'red',
    shade: NIGHT,
  },
  shadowWall: {
    wide: { x: 0.66, y: 0.94, share: 0.7, title: 'left', align: 'end', column: 0.44 },
    square: { x: 0.4, y: 0.66, share: 0.5, title: 'bottom' },
    tall: { x: 0.44, y: 0.92, share: 0.42, title: 'top' },
    accent: 'bone',
    number: 'red',
    shade: NIGHT,
  },
  halfLight: {
    wide: { x: 0.27, y: 1.35, share: 1.05, title: 'right', align: 'center', column: 0.46 },
    square: { x: 0.6, y: 0.98, share: 0.82, title: 'bottom' },
    tall: { x: 0.5, y: 0.86, share: 0.58, title: 'bottom' },
    accent: 'red',
    number: 'red',
    shade: NIGHT,
  },
  colonnade: {
    wide: { x: 0.72, y: 0.9, share: 0.78, title: 'left', align: 'center' },
    square: { x: 0.62, y: 0.96, share: 0.5, title: 'top' },
    tall: { x: 0.5, y: 0.9, share: 0.46, title: 'top' },
    accent: 'red',
    number: 'bone',
    shade: NIGHT,
  },
  proscenium: {
    wide: { x: 0.35, y: 1.0, share: 0.6, title: 'right', align: 'center', column: 0.4 },
    square: { x: 0.5, y: 0.84, share: 0.5, title: 'bottom' },
    tall: { x: 0.5, y: 0.66, share: 0.36, title: 'bottom' },
    accent: 'red',
    number: 'bone',
    shade: NIGHT,
  },
  suits: {
    wide: { x: 0.63, y: 0.93, share: 0.58, title: 'left', align: 'end', column: 0.44 },
    square: { x: 0.44, y: 0.66, share: 0.44, title: 'bottom' },
    tall: { x: 0.4, y: 0.94, share: 0.4, title: 'top' },
    accent: 'bone',
    number: 'bone',
    shade: WINE,
  },
  emptyTheatre: {
    wide: { x: 0.33, y: 0.92, share: 0.72, title: 'right', align: 'end', column: 0.4 },
    square: { x: 0.42, y: 0.66, share: 0.48, title: 'bottom' },
    tall: { x: 0.46, y: 0.93, share: 0.4, title: 'top' },
    accent: 'red',
    number: 'bone',
    shade: NIGHT,
  },
  studio: {
    wide: { x: 0.66, y: 0.93, share: 0.74, title: 'left', align: 'end', column: 0.5 },
    square: { x: 0.44, y: 0.68, share: 0.56, title: 'bottom' },
    tall: { x: 0.46, y: 0.68, share: 0.44, title: 'bottom' },
    accent: 'red',
    number: 'bone',
    shade: NIGHT,
  },
  blinds: {
    wide: { x: 0.3, y: 0.95, share: 0.8, title: 'right', align: 'center', column: 0.4 },
    square: { x: 0.48, y: 0.68, share: 0.54, title: 'bottom' },
    tall: { x: 0.5, y: 0.7, share: 0.46, title: 'bottom' },
    accent: 'red',
    number: 'bone',
    shade: NIGHT,
  },
  playbills: {
    wide: { x: 0.68, y: 0.98, share: 0.72, title: 'left', align: 'center', column: 0.4 },
    square: { x: 0.5, y: 0.74, share: 0.56, title: 'bottom' },
    tall: { x: 0.5, y: 0.92, share: 0.5, title: 'top' },
    accent: 'red',
    number: 'red',
    shade: NIGHT,
  },
  lastCurtain: {
    wide: { x: 0.28, y: 0.93, share: 0.7, title: 'right', align: 'center' },
    square: { x: 0.42, y: 0.66, share: 0.48, title: 'bottom' },
    tall: { x: 0.5, y: 0.68, share: 0.42, title: 'bottom' },
    accent: 'red',
    number: 'red',
    shade: NIGHT,
  },
};

/** The whole story’s own poster: close, her arms a crown, the title across her. */
export const COVER: Readonly<Record<'wide' | 'square', Shot>> = {
  wide: { x: 0.5, y: 1.29, share: 1.02, title: 'bottom' },
  square: { x: 0.56, y: 1.03, share: 0.78, title: 'bottom' },
};
