/** How a scene is composed as a poster. Shares are of the picture's width or height; the dancer is 700 units tall when she stands. */

import type { ToneName } from '../config/tones.ts';

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

/** A scene's poster in its three shapes. */
export interface PosterDirection {
  readonly wide: Shot;
  readonly square: Shot;
  readonly tall: Shot;
  /** Colour of the title's last line, as a tone of the stage. */
  readonly accent: 'red' | 'bone' | 'brass';
  /** Colour of the chapter's number. */
  readonly number: 'red' | 'bone';
  /** What the picture sinks into behind the title, as a tone of the stage; its ground when absent. */
  readonly shade?: ToneName;
}
