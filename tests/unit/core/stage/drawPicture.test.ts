import { expect, test } from 'vitest';
import { TONES } from '../../../../src/config/tones.ts';
import { compose, type StagePicture } from '../../../../src/core/stage/compose.ts';
import { drawPicture, type Pen } from '../../../../src/core/stage/drawPicture.ts';
import { pictureMarkup } from '../../../../src/core/stage/svgPen.ts';
import { stageWindow } from '../../../../src/core/stage/viewport.ts';
import type { Clip } from '../../../../src/schemas/clip.ts';
import type { Moment, Scene } from '../../../../src/schemas/picture.ts';

const square = [0, 0, 9, 0, 9, 9, 0, 9];
const clip = {
  layers: ['body', 'skin-lit'],
  frames: [{ layers: [[square], [square]], anchors: [] }],
} as unknown as Clip;

const scene = (moment: Moment): Scene => ({
  set: {
    far: [{ d: 'M1z', tone: 'soot' }],
    middle: [
      { d: 'M2z', tone: 'iron', id: 'lamp' },
      { d: 'M3z', tone: 'ash', id: 'dust', spare: 1 },
    ],
    near: [{ d: 'M4z', tone: 'wine' }],
  },
  best: 0,
  quiet: 'either',
  at: () => moment,
});

const window = stageWindow(1600, 1000, false, 'left');

/** What was drawn, one line each, indented by the groups around it. */
function drawn(picture: StagePicture, shedding = 0, same: unknown[][] = []): string[] {
  const lines: string[] = [];
  const around: string[] = [];
  const line = (what: string, colour: string, opacity: number) =>
    lines.push([...around, `${what} ${colour}${opacity < 1 ? ` ${opacity}` : ''}`].join(' > '));
  const pen: Pen = {
    fill: (path, colour, opacity) =>
      line(path.startsWith('M0 0') ? 'ground' : path, colour, opacity),
    fillOutlines: (_, colour, opacity) => line('outlines', colour, opacity),
    group({ opacity = 1, clip: cut }, draw) {
      const marks = [opacity < 1 && `thin ${opacity}`, cut && `cut ${cut}`].filter(Boolean);
      around.push(...(marks as string[]));
      draw();
      around.splice(around.length - marks.length);
    },
    copies(places, draw, sameFor) {
      if (sameFor) same.push([...sameFor]);
      around.push(`${places.length} copies`);
      draw();
      around.pop();
    },
  };
  // Each tone's colour is its own name, so that it is known again.
  const tones = Object.fromEntries(Object.keys(TONES).map((tone) => [tone, tone]));
  drawPicture(pen, picture, { window, cast: () => ({ clip, frame: 0 }), tones, shedding });
  return lines;
}

const alone = (moment: Moment, hold = 0) =>
  compose(
    { chapter: 0, progress: 0.5, crossing: null, overture: 1, hold },
    [{ side: 'left', scene: scene(moment) }],
    { width: 1600, tall: false },
  );

test('the set lies behind the dancer, its near layer before her', () => {
  expect(drawn(alone({}))).toEqual([
    'ground ground',
    'M1z soot',
    'M2z iron',
    'M3z ash',
    'outlines body',
    'outlines skin-lit',
    'M4z wine',
  ]);
});

test('parts are as the moment has them; what is shed or cannot be seen is not drawn', () => {
  const picture = alone({ parts: { lamp: { opacity: 0.5, tone: 'bone' } } });
  expect(drawn(picture, 1)).toContain('M2z bone 0.5');
  expect(drawn(picture, 1).join()).not.toContain('M3z');
  expect(drawn(alone({ parts: { lamp: { opacity: 0 } } })).join()).not.toContain('M2z');
});

test('a flat echo is thin by its fill, one of several tones as a whole', () => {
  const echo = { x: 0, y: 0, scale: 1, opacity: 0.4, layer: 'far' } as const;
  expect(drawn(alone({ echoes: [{ ...echo, tone: 'pitch' }] }))).toContain('outlines pitch 0.4');
  expect(drawn(alone({ echoes: [echo] }))).toContain('thin 0.4 > outlines skin-lit');
});

test('panes cut the sets and neither the dancer nor what passes before her', () => {
  const picture = alone({});
  const [view] = picture.scenes;
  const cut = drawn({ ...picture, scenes: [{ ...view!, panes: [{ clip: 'M5z' }] }] });
  expect(cut).toContain('cut M5z > M1z soot');
  expect(cut).toContain('outlines body');
  expect(cut).toContain('M4z wine');
  expect(drawn({ ...picture, scenes: [{ ...view!, panes: [] }] }).join()).not.toContain('M1z');
});

test('a set in pieces, or finely cut, is drawn once and then cut', () => {
  const picture = alone({});
  const [view] = picture.scenes;
  const fine = [{ clip: `M5${' 5'.repeat(200)}z` }];
  expect(drawn({ ...picture, scenes: [{ ...view!, panes: fine }] })).toContain(
    '1 copies > M1z soot',
  );
  const panes = Array.from({ length: 9 }, (_, x) => ({ clip: `M${x}z`, x }));
  const sets = drawn({ ...picture, scenes: [{ ...view!, panes }] }).filter((line) =>
    line.endsWith('M1z soot'),
  );
  expect(sets).toEqual(['9 copies > M1z soot']);
});

test('while one crosses, the set of the chapter that is not danced need not be drawn again', () => {
  const act = () => ({ side: 'left', scene: scene({}) }) as const;
  const acts = [act(), act()];
  const resting = (progress: number, shedding = 0) => {
    const same: unknown[][] = [];
    const crossing = { from: 0, to: 1, progress };
    const chapter = progress < 0.5 ? 0 : 1;
    const playhead = { chapter, progress: chapter ? 0.1 : 0.9, crossing, overture: 1 };
    // Without a transition one set follows the other: here both stand.
    const picture = compose(playhead, acts, { width: 1600, tall: false });
    const scenes = picture.scenes.map((view) => ({ ...view, panes: null }));
    drawn({ ...picture, scenes }, shedding, same);
    expect(same).toHaveLength(1);
    return same[0]!;
  };
  expect(resting(0.2)).toContain(acts[1]!.scene);
  expect(resting(0.8)).toContain(acts[0]!.scene);
  const shallow = (a: unknown[], b: unknown[]) => a.every((member, index) => member === b[index]);
  expect(shallow(resting(0.2), resting(0.3))).toBe(true);
  expect(shallow(resting(0.2), resting(0.2, 1))).toBe(false);
  expect(shallow(resting(0.2), resting(0.8))).toBe(false);
});

test('a near layer leaves with each of its shapes', () => {
  const picture = alone({});
  const [view] = picture.scenes;
  const thinned = (nearOpacity: number) =>
    drawn({ ...picture, scenes: [{ ...view!, nearOpacity }] }).at(-1);
  expect(thinned(0.5)).toBe('M4z wine 0.5');
  expect(thinned(0)).toBe('outlines skin-lit');
});

test('while a quote holds the stage, two thirds of the light leave the set and none leaves her', () => {
  const held = drawn(alone({}, 1));
  const dusk = held.findIndex((line) => /ground 0\.66$/.test(line));
  expect(dusk).toBeGreaterThan(held.indexOf('M3z ash'));
  expect(dusk).toBeLessThan(held.indexOf('outlines body'));
  expect(drawn(alone({})).join()).not.toContain('0.66');
});

test('darkness covers all; a tone without a colour is named', () => {
  expect(drawn({ ...alone({}), darkness: 0.5 }).at(-1)).toBe('ground ground 0.5');
  expect(() => drawn(alone({ parts: { lamp: { tone: 'gold' } } }))).toThrow('"gold"');
});

test('as markup, a picture is a document of its window', () => {
  const markup = pictureMarkup(
    alone({ dancer: { opacity: 0.3 } }),
    window,
    () => ({ clip, frame: 0 }),
    TONES,
  );
  expect(markup).toMatch(/^<svg [^>]*viewBox="0 0 1600 1000">.*<\/svg>$/);
  expect(markup).toContain('opacity="0.3"');
  expect(markup.match(/<g/g)).toHaveLength(markup.match(/<\/g>/g)!.length);
});

test('a set is turned over where words stand on the side that it does not keep quiet, she is not', () => {
  const sided: Scene = {
    ...scene({ echoes: [{ x: 40, y: 0, scale: 1, layer: 'far', tone: 'pitch' }] }),
    quiet: 'right',
    axis: 10,
  };
  const markup = (side: 'left' | 'right', asDrawn = false) =>
    pictureMarkup(
      compose(
        { chapter: 0, progress: 0.5, crossing: null, overture: 1, hold: 0 },
        [{ side, scene: sided, asDrawn }],
        { width: 1600, tall: false },
      ),
      window,
      () => ({ clip, frame: 0 }),
      TONES,
    );
  const turn = 'translate(20 0) scale(-1 1)';
  expect(markup('left').split(turn)).toHaveLength(4);
  expect(markup('left')).toContain('translate(40 0) scale(-1 1)');
  expect(markup('right')).not.toContain('scale(-1 1)');
  expect(markup('left', true)).not.toContain(turn);
});

test('a scene’s tone may have the colour of another, which then follows the palette', () => {
  const lit = { ...scene({}), tones: { iron: 'blood', soot: '#123456' } };
  const colours = (blood: string) =>
    pictureMarkup(
      compose(
        { chapter: 0, progress: 0.5, crossing: null, overture: 1, hold: 0 },
        [{ side: 'left', scene: lit }],
        { width: 1600, tall: false },
      ),
      window,
      () => undefined,
      { ...TONES, blood },
    );
  expect(colours('#abcdef')).toContain('d="M2z" fill="#abcdef"');
  expect(colours('#abcdef')).toContain('d="M1z" fill="#123456"');
});
