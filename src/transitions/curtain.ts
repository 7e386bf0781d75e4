import { mix } from '../core/maths/scalar.ts';
import { ellipse, rect } from '../core/paths/path.ts';
import { eitherWay } from '../core/sound/effectMarks.ts';
import { DRAPE_TONES, drape, hung } from '../scenes/shapes/curtain.ts';
import type { Shape } from '../schemas/picture.ts';
import { transition } from '../timelines/transition.ts';
import { exchangeAt, exchanged } from './shapes/panes.ts';

/**
 * How far the inner edge of one half is drawn at the rail and at the hem, from the wing (0) to the middle (1); how far
 * its hem swings; and how far it is pulled up and aside by its waist.
 */
const half = () => ({ rail: 0, hem: 0, swing: 0, pulled: 0 });

/**
 * The red curtain falls shut along its rail, its hem dragging behind and swinging through. The house goes dark, a spot
 * goes looking along the cloth; and where it stops, in the middle, the halves are pulled up and apart by their waists.
 */
export default transition({
  hides: 3,
  actors: {
    halves: [half(), half()],
    scene: { coming: 0 },
    /** What the spot shows of the cloth: how bright, how large, and how far it has searched. */
    spot: { light: 0, size: 0, across: 0 },
  },
  arrange(timeline, { halves, scene, spot }) {
    timeline
      .addLabel('closes')
      .to(halves, { rail: 1, duration: 0.29, ease: 'power2.inOut', stagger: 0.04 }, 0)
      // Cloth is heavy: what hangs from the rail comes after it, goes too far, and comes to rest.
      .to(halves, { hem: 1.08, duration: 0.31, ease: 'power2.inOut', stagger: 0.04 }, 0.04)
      .to(halves, { hem: 1, duration: 0.15, ease: 'sine.inOut', stagger: 0.04 }, 0.36)
      .to(halves, { swing: 1, duration: 0.4, ease: 'bump', stagger: 0.04 }, 0.06)
      .addLabel('searches', 0.36)
      .to(spot, { light: 1, duration: 0.1, ease: 'sine.out' }, 0.34)
      .to(spot, { size: 1, duration: 0.2, ease: 'back.out(2.4)' }, 0.35)
      .to(spot, { across: -0.55, duration: 0.08, ease: 'sine.inOut' }, 0.43)
      .to(spot, { across: 0.75, duration: 0.09, ease: 'sine.inOut' }, 0.51)
      .to(spot, { across: 0, duration: 0.06, ease: 'power2.inOut' }, 0.6);
    exchangeAt(timeline, scene, 0.5);
    timeline
      // A breath: hands take hold of the waists, and the cloth gives before it goes.
      .addLabel('opens', 0.6)
      .to(halves, { swing: -0.4, duration: 0.3, ease: 'bump', stagger: 0.03 }, 0.58)
      .to(halves, { pulled: 1, duration: 0.28, ease: 'power2.inOut', stagger: 0.03 }, 0.6)
      .to(halves, { hem: 0, duration: 0.29, ease: 'power1.inOut', stagger: 0.03 }, 0.66)
      .to(spot, { light: 0, duration: 0.12, ease: 'sine.in' }, 0.63)
      .to(halves, { rail: 0, duration: 0.3, ease: 'power1.in', stagger: 0.03 }, 0.66);
  },
  draw({ halves, scene, spot }, { width }) {
    const cloths = halves.map(({ rail, hem, swing, pulled }, i) => {
      const side = i * 2 - 1;
      const middle = width / 2 - side * 3;
      const outer = width / 2 + side * (width / 2 + 160);
      const levels = [-40, mix(800, 430, pulled), 1030] as const;
      const top = mix(outer, middle, rail);
      const foot = mix(outer, middle, hem);
      return drape({
        outer,
        inner: [top, mix(hung(levels, top, foot), outer, pulled), foot],
        levels,
        folds: 10,
        seed: 50 + side,
        swing: 0.05 * swing,
      });
    });
    const shapes: Shape[] = cloths.flatMap((areas) =>
      areas.map((d, layer) => ({ d, tone: DRAPE_TONES[layer]! })),
    );
    const { light } = spot;
    if (light > 0) {
      // Its ridges take the light; all that it does not reach is in the dark, by steps.
      for (const [, , d] of cloths) shapes.push({ d: d!, tone: 'red', opacity: light });
      const x = width / 2 + spot.across * width * 0.16;
      for (const reach of [300, 250])
        shapes.push({
          d:
            rect(-9, -9, width + 18, 1018) +
            ellipse(x, 500, reach * spot.size, 1.2 * reach * spot.size),
          tone: 'ground',
          opacity: light * 0.5,
        });
    }
    return exchanged(scene, shapes);
  },
  sounds: eitherWay('curtain', 0.06, 0.94),
});
