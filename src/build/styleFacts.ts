/**
 * A Vite plugin: what style sheets take from the program, by name. Media queries as CSS's custom media will be,
 * `@media (--tall)`, and measures as its custom environment variables may be, `env(--picture-units)`.
 */
import type { Plugin } from 'vite';
import {
  FLOOR_SHARE,
  PICTURE_UNITS,
  SCRIM,
  SPOT,
  STAFF_ABOVE,
  STAFF_FADE,
  TALL_QUERY,
  TALL_SHARE,
  WORLD_BOX,
} from '../config/stage.ts';
import { FRAME_SHORT_QUERY, FRAME_WIDE_QUERY } from '../core/embed/sizeStyles.ts';

type Named = Readonly<Record<`--${string}`, string | number>>;

export interface StyleFacts {
  /** Each name with the one condition in parentheses that it stands for. */
  readonly queries: Named;
  readonly measures: Named;
}

export const STYLE_FACTS: StyleFacts = {
  queries: {
    '--tall': TALL_QUERY,
    '--frame-wide': FRAME_WIDE_QUERY,
    '--frame-short': FRAME_SHORT_QUERY,
  },
  measures: {
    '--picture-units': PICTURE_UNITS,
    // From the picture's top to the floor line, in its units.
    '--floor': FLOOR_SHARE * PICTURE_UNITS,
    '--tall-share': TALL_SHARE,
    '--spot-left': SPOT.left,
    '--spot-right': SPOT.right,
    '--spot-tall': SPOT.tall,
    '--world-x': WORLD_BOX.x,
    '--world-y': WORLD_BOX.y,
    '--world-width': WORLD_BOX.width,
    '--world-height': WORLD_BOX.height,
    '--scrim-width': SCRIM.width,
    '--scrim-edge': SCRIM.edge,
    '--scrim-inner': SCRIM.inner,
    '--scrim-solid': SCRIM.solid,
    '--staff-above': STAFF_ABOVE,
    '--staff-fade': `${STAFF_FADE}ms`,
  },
};

export function styleFacts(): Plugin {
  return {
    name: 'style-facts',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.css(\?|$)/.test(id)) return null;
      return { code: withFacts(code, STYLE_FACTS), map: null };
    },
  };
}

/**
 * @throws Error for a name that stands for nothing, which a browser would pass over in silence
 */
export function withFacts(css: string, { queries, measures }: StyleFacts): string {
  const known = (facts: Named, name: string, what: string) => {
    const fact = facts[name as keyof Named];
    if (fact === undefined) throw new Error(`No ${what} is called ${name}`);
    return String(fact);
  };
  return css
    .replace(/@media[^{]+/g, (head) =>
      head.replace(/\((--[\w-]+)\)/g, (_, name: string) => known(queries, name, 'media query')),
    )
    .replace(/\benv\((--[\w-]+)\)/g, (_, name: string) => known(measures, name, 'measure'));
}
