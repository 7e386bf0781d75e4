import { existsSync } from 'node:fs';
import { wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_THEME, THEMES } from '../../../../src/config/themes/index.ts';
import { TONES } from '../../../../src/config/tones.ts';
import { readStory } from '../../../../src/core/content/readStory.ts';
import { facesOf, fontVariable } from '../../../../src/core/fonts/faces.ts';
import { writeTheme } from '../../../../src/core/stage/palette.ts';
import { tinted } from '../../../../src/core/stage/tints.ts';
import { paletteFaults } from '../../../../src/core/theme/checkPalette.ts';
import { isLight } from '../../../../src/core/theme/ownPalette.ts';
import { themeFaults, themeOf } from '../../../../src/core/theme/readTheme.ts';
import { pageFonts } from '../../../../src/data/typefaces.ts';
import { loadScene, SCENE_IDS } from '../../../../src/scenes/index.ts';
import { STORY_EXAMPLES } from '../../../../src/schemas/story.ts';
import type { OwnTheme } from '../../../../src/schemas/theme.ts';

describe.each(Object.entries(THEMES))('the theme %s', (name, theme) => {
  test('reads and shows her, and has every tone', () => {
    expect(paletteFaults(theme.palette)).toEqual([]);
    expect(Object.keys(theme.palette)).toEqual(Object.keys(TONES));
    expect(theme.light ?? false).toBe(isLight(theme.palette));
  });

  test('has its typefaces', () => {
    for (const role of ['display', 'text', 'frame'] as const)
      for (const { src } of pageFonts('.', role, 400, 'Łódź б', theme))
        expect(existsSync(src[0]), src[0]).toBe(true);
  });

  test('gives every scene’s own tones a colour', async () => {
    for (const id of SCENE_IDS) {
      const { tones = {} } = await loadScene(id);
      for (const colour of Object.values(tinted(theme.palette, tones)))
        expect(colour).toMatch(/^#[\da-f]{6}$/);
    }
  });

  test('is what a story gets that names it', () => {
    expect(themeOf(name)).toBe(theme);
    expect(themeFaults(name)).toEqual([]);
  });
});

test('there are at least five, one of them light; a story that names none has the first', () => {
  expect(Object.keys(THEMES).length).toBeGreaterThanOrEqual(5);
  expect(Object.values(THEMES).filter(({ light }) => light).length).toBeGreaterThan(0);
  expect(themeOf(undefined)).toBe(THEMES[FIRST_THEME]);
  expect(themeOf(undefined).palette).toBe(TONES);
});

test('a page says of its theme only what is not usual', () => {
  expect(writeTheme(THEMES['footlights']!, { display: '--font-display' })).not.toMatch(
    /scheme|font|grain/,
  );
  const light = writeTheme(THEMES['daylight']!, { display: '--font-instrument-serif' });
  expect(light).toContain('--scheme:light');
  expect(light).toContain('--font-display:var(--font-instrument-serif)');
});

test('each typeface has a property of its own', () => {
  const names = Object.values(THEMES).flatMap((theme) => [
    fontVariable('display', theme),
    fontVariable('text', theme),
    fontVariable('frame', theme),
  ]);
  expect(new Set(names).size).toBe(names.length);
  const [frame] = facesOf('frame', THEMES['moonlight']!);
  expect(frame).not.toHaveProperty('variable');
  expect(frame).toMatchObject({ id: 'cormorant', italic: false });
});

describe('values of one’s own', () => {
  const own = (value: Partial<OwnTheme>): OwnTheme => ({ base: 'footlights', ...value });

  test('an accent brings its shades, its words and what is written on it', () => {
    const { palette } = themeOf(own({ accent: '#2f8fd0' }));
    expect(palette.red).toBe('#2f8fd0');
    expect(palette.ground).toBe(TONES.ground);
    for (const tone of ['blood', 'wine', 'tutu-lit', 'glow', 'sounding'] as const)
      expect(palette[tone]).not.toBe(TONES[tone]);
    expect(themeFaults(own({ accent: '#2f8fd0' }))).toEqual([]);
    // Bright: white could not be read on it.
    expect(
      wcagContrast(themeOf(own({ accent: '#ffd23f' })).palette.white, '#ffd23f'),
    ).toBeGreaterThan(4.5);
  });

  test('nothing given is the base itself', () => {
    expect(themeOf(own({})).palette).toEqual(TONES);
    expect(themeOf(own({ text: 'literata' }))).toMatchObject({ text: 'literata', palette: TONES });
  });

  test('ground and words change places: the theme is light', () => {
    const turned = own({ base: 'daylight', ground: '#fff7f0', words: '#101820' });
    expect(themeOf(turned).light).toBe(true);
    expect(themeFaults(turned)).toEqual([]);
  });

  test.each<[string, Partial<OwnTheme>, string]>([
    ['an accent that cannot be seen', { accent: '#301010' }, 'theme.accent'],
    ['words that cannot be read', { base: 'daylight', words: '#8a8a8a' }, 'theme.words'],
    ['a ground that drowns them', { ground: '#7a7a7a' }, 'theme.ground'],
    ['quiet words', { tones: { quiet: '#555555' } }, 'theme.tones.quiet'],
    ['a dancer without form', { tones: { 'skin-lit': '#333333' } }, 'theme.tones.skin-lit'],
  ])('%s is told with the nearest that would do, and that does', (_, value, field) => {
    const [fault] = themeFaults(own(value));
    expect(fault).toMatchObject({ field });
    expect(fault!.expected).toMatch(/; the nearest that does is #[\da-f]{6}$/);
    const mended = JSON.parse(fault!.example.replace('theme: ', '')) as OwnTheme;
    expect(themeFaults(mended)).toEqual([]);
  });

  test('whatever is given, who does what is said comes to a theme that serves', () => {
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0')}`);
    const values = fc.record(
      { accent: colour, ground: colour, words: colour },
      { requiredKeys: ['accent'] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(THEMES)), values, (base, given) => {
        let theme: OwnTheme = { base, ...given };
        for (let round = 0; round < 6; round++) {
          const [fault] = themeFaults(theme);
          if (!fault) break;
          theme = JSON.parse(fault.example.replace('theme: ', '')) as OwnTheme;
        }
        expect(themeFaults(theme)).toEqual([]);
      }),
      { numRuns: 12, seed: 20261130 },
    );
  });

  const story = (theme: string) =>
    [
      '---',
      ...Object.entries({ ...STORY_EXAMPLES, theme: undefined }).flatMap(([key, value]) =>
        value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
      ),
      `theme: ${theme}`,
      '---',
      'A note.',
    ].join('\n');
  const faultOf = (theme: string): string => {
    try {
      readStory('story.md', story(theme));
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  test('are read from the story’s file, and told of where they are wrong', () => {
    expect(faultOf('moonlight')).toBe('');
    expect(faultOf('{ base: daylight, accent: "#0f6b5c" }')).toBe('');
    expect(faultOf('moonshine')).toContain(
      'theme: found "moonshine"; it is one of absinthe, daylight',
    );
    expect(faultOf('{ accent: red }')).toContain(
      'theme.accent: found "red"; it is # and six digits of 0 to 9 and a to f, in quotes',
    );
    expect(faultOf('{ text: comic-sans }')).toContain(
      'theme.text: found "comic-sans"; it is one of newsreader',
    );
    expect(faultOf('{ paper: "#ffffff" }')).toContain('it has no paper');
  });
});
