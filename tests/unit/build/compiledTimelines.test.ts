import { gsap } from 'gsap/gsap-core';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, test } from 'vitest';
import { withProperties } from '../../../src/build/compiledTimelines.ts';
import {
  compileTimeline,
  difference,
  easeCode,
  playCode,
} from '../../../src/build/compileTimeline.ts';
import { random } from '../../../src/core/maths/chance.ts';
import { loadScene, SCENE_IDS } from '../../../src/scenes/index.ts';
import * as eases from '../../../src/timelines/eases.ts';
import type { ArrangedScene } from '../../../src/timelines/scene.ts';
import { scrubbed, type Timeline } from '../../../src/timelines/scrubbed.ts';
import type { ArrangedTransition } from '../../../src/timelines/transition.ts';
import { loadTransition, TRANSITION_IDS } from '../../../src/transitions/index.ts';

const chance = random(5);
const STEPS = Array.from({ length: 501 }, (_, i) => i / 500);
const JUMPS = Array.from({ length: 300 }, () => Math.round(chance() * 1e4) / 1e4);

const moving = await Promise.all(
  [
    ...SCENE_IDS.map(async (id) => [id, await loadScene(id)] as const),
    ...TRANSITION_IDS.map(async (id) => [id, await loadTransition(id)] as const),
  ].map(async (loading) => {
    const [id, found] = await loading;
    return [id, (found as ArrangedScene | ArrangedTransition).motion] as const;
  }),
);

test.each(moving)(
  '%s moves as compiled as GSAP moves it: forwards, backwards, after jumps',
  (_, motion) => {
    const compiled = playCode(compileTimeline(motion), motion.at(0));
    for (const progress of [...STEPS, ...STEPS.toReversed(), ...JUMPS]) {
      const wrong = difference(motion.at(progress), compiled.at(progress));
      expect(wrong && `at ${progress} ${wrong}`).toBeUndefined();
    }
  },
);

test.each([
  ...[
    'none',
    'smooth',
    'bump',
    'sine',
    'expo.in',
    'circ.inOut',
    'back',
    'back.in(3)',
    'back.out(1.2)',
  ],
  ...[1, 2, 3, 4].flatMap((n) => ['in', 'out', 'inOut'].map((way) => `power${n}.${way}`)),
  ...['sine.in', 'sine.inOut', 'expo.inOut', 'circ.out', 'back.inOut(1.4)', 'power2'],
])('the ease %s is GSAP’s', (name) => {
  const ours = new Function('eases', `return ${easeCode(name)}`)(eases) as eases.Ease;
  const theirs = gsap.parseEase(name);
  for (const share of STEPS) expect(ours(share)).toBeCloseTo(theirs(share), 9);
});

describe('what cannot be compiled is refused, and named', () => {
  const arranged = (arrange: (timeline: Timeline, actor: { x: number; y: number }) => void) => () =>
    compileTimeline(scrubbed({ x: 0, y: 0 }, arrange));

  test.each<[string, string, () => string]>([
    [
      'an ease that is not known',
      '"elastic.out"',
      arranged((t, a) => t.to(a, { x: 1, ease: 'elastic.out' })),
    ],
    [
      'an ease of its own',
      'cannot be compiled',
      arranged((t, a) => t.to(a, { x: 1, ease: (p) => p * p })),
    ],
    [
      'two movements of one number at once',
      'at 0.2 moves "x"',
      arranged((t, a) => t.to(a, { x: 1, duration: 0.5 }, 0).to(a, { x: 2, duration: 0.5 }, 0.2)),
    ],
    ['a callback', '"onUpdate"', arranged((t, a) => t.to(a, { x: 1, onUpdate: () => {} }))],
    [
      'a repeat',
      'at 0.1',
      arranged((t, a) => t.to(a, { x: 1, duration: 0.2, repeat: 2, yoyo: false }, 0.1)),
    ],
    ['what is no actor', 'no actor', arranged((t) => t.to({ z: 0 }, { z: 1 }))],
  ])('%s', (_, said, compile) => {
    expect(compile).toThrow(said);
  });
});

describe('a module', () => {
  const edit = (code: string) =>
    withProperties(code, parseAst(code) as never, { arrange: 'arrange: () => [1]', sounds: '' });

  test('has data for its timeline, and nothing that pages do not read', () => {
    expect(
      edit(
        'const a = 1;\nexport default transition({ actors: {}, arrange(t) { t.to({}) }, sounds: [{}, {}], draw() {} });',
      ),
    ).toBe(
      'const a = 1;\nexport default transition({ actors: {}, arrange: () => [1],  draw() {} });',
    );
    expect(edit('export default transition({ arrange(t) {}, sounds: [] })')).toBe(
      'export default transition({ arrange: () => [1],  })',
    );
  });

  test('is one object', () => {
    expect(() => edit('export default {};')).toThrow('export default scene({ … })');
    expect(() => edit('export const a = 1;')).toThrow('export default scene({ … })');
  });
});
