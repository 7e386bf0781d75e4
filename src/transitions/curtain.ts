import { mix } from '../core/maths/scalar.ts';
import { ellipse } from '../core/paths/path.ts';
import { eitherWay } from '../core/sound/effectMarks.ts';
import { DRAPE_TONES, drape } from '../scenes/shapes/curtain.ts';
import { transition } from '../timelines/transition.ts';
import { exchangeAt, exchanged } from './shapes/panes.ts';

/** How far the inner edge of one half is drawn, from the wing (0) to the middle (1), at three heights; and how far up it is tied. */
const half = () => ({ rail: 0, waist: 0, hem: 0, tied: 0 });

/**
 * The red curtain falls shut along its rail, its hem swinging through; the spot goes looking along the cloth; and where it
 * stops, in the middle, the halves are pulled up and apart by their waists.
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
      // The rail is pulled, the waist follows, and the hem drags behind and swings past the other's.
      .to(halves, { rail: 1, duration: 0.3, ease: 'power2.inOut', stagger: 0.04 }, 0)
      .to(halves, { waist: 1, duration: 0.32, ease: 'power1.inOut', stagger: 0.04 }, 0.02)
      .to(halves, { hem: 1.07, duration: 0.3, ease: 'power2.inOut', stagger: 0.04 }, 0.05)
      .to(halves, { hem: 1, duration: 0.12, ease: 'sine.inOut', stagger: 0.04 }, 0.35)
      .addLabel('searches', 0.34)
      .to(spot, { light: 1, duration: 0.07, ease: 'sine.out' }, 0.34)
      .to(spot, { size: 1, duration: 0.2, ease: 'back.out(2.4)' }, 0.34)
      .to(spot, { across: -0.45, duration: 0.08, ease: 'sine.inOut' }, 0.36)
      .to(spot, { across: 0.8, duration: 0.11, ease: 'sine.inOut' }, 0.45)
      .to(spot, { across: 0, duration: 0.08, ease: 'power2.inOut' }, 0.56);
    exchangeAt(timeline, scene, 0.5);
    timeline
      // A breath: hands take hold of the waists, and the cloth gives before it goes.
      .addLabel('opens', 0.54)
      .to(halves, { waist: 1.04, duration: 0.05, ease: 'sine.out' }, 0.54)
      .to(halves, { tied: 1, duration: 0.3, ease: 'power1.inOut', stagger: 0.03 }, 0.58)
      .to(halves, { waist: 0, duration: 0.34, ease: 'power1.inOut', stagger: 0.03 }, 0.59)
      .to(halves, { hem: 0, duration: 0.33, ease: 'power1.inOut', stagger: 0.03 }, 0.63)
      .to(spot, { light: 0, duration: 0.1, ease: 'sine.in' }, 0.6)
      .to(halves, { rail: 0, duration: 0.33, ease: 'power1.in', stagger: 0.03 }, 0.63);
  },
  draw({ halves, scene, spot }, { width }) {
    const cloths = halves.flatMap(({ rail, waist, hem, tied }, i) => {
      const side = i === 0 ? -1 : 1;
      const middle = width / 2 - side * 3;
      const outer = width / 2 + side * (width / 2 + 160);
      return drape({
        outer,
        inner: [
          mix(outer - side * 20, middle, rail),
          mix(outer - side * 8, middle, waist),
          mix(outer - side * 14, middle, hem),
        ],
        levels: [-40, mix(mix(560, 800, waist), 430, tied), 1030],
        folds: 10,
        seed: 50 + side,
      }).map((d, layer) => ({ d, tone: DRAPE_TONES[layer]! }));
    });
    const x = width / 2 + spot.across * width * 0.16;
    const reach = 270 * spot.size;
    return exchanged(
      scene,
      spot.light > 0
        ? [
            ...cloths,
            { d: ellipse(x, 520, reach, reach * 1.25), tone: 'red', opacity: spot.light * 0.26 },
          ]
        : cloths,
    );
  },
  sounds: eitherWay('curtain', 0.06, 0.94),
});
