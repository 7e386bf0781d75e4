import { mix } from '../core/maths/scalar.ts';
import { eitherWay } from '../core/sound/effectMarks.ts';
import { DRAPE_TONES, drape } from '../scenes/shapes/curtain.ts';
import { transition } from '../timelines/transition.ts';
import { exchangeAt, exchanged } from './shapes/panes.ts';

/** How far the inner edge of one half is drawn, from the wing (0) to the middle (1), at three heights. */
const half = () => ({ rail: 0, waist: 0, hem: 0 });

/** The red curtain closes on one scene and opens on the next. */
export default transition({
  hides: 3,
  actors: { halves: [half(), half()], scene: { coming: 0 } },
  arrange(timeline, { halves, scene }) {
    timeline
      .addLabel('closes')
      // The rail is pulled, the waist follows, and the hem drags behind.
      .to(halves, { rail: 1, duration: 0.36, ease: 'power1.inOut', stagger: 0.015 }, 0)
      .to(halves, { waist: 1, duration: 0.38, ease: 'power1.inOut', stagger: 0.015 }, 0.03)
      .to(halves, { hem: 1, duration: 0.37, ease: 'power2.inOut', stagger: 0.015 }, 0.08);
    exchangeAt(timeline, scene, 0.5);
    timeline
      .addLabel('opens', 0.53)
      .to(halves, { rail: 0, duration: 0.38, ease: 'power2.inOut', stagger: 0.015 }, 0.53)
      .to(halves, { waist: 0, duration: 0.38, ease: 'power1.inOut', stagger: 0.015 }, 0.57)
      .to(halves, { hem: 0, duration: 0.37, ease: 'sine.inOut', stagger: 0.015 }, 0.61);
  },
  draw({ halves, scene }, { width }) {
    return exchanged(
      scene,
      halves.flatMap(({ rail, waist, hem }, i) => {
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
          levels: [-40, mix(560, 800, waist), 1030],
          folds: 10,
          seed: 50 + side,
        }).map((d, layer) => ({ d, tone: DRAPE_TONES[layer]! }));
      }),
    );
  },
  sounds: eitherWay('curtain', 0.06, 0.94),
});
