import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CUE_IDS, DANCE_IDS, SCENE_IDS, TRANSITION_IDS } from '../../../../src/config/catalogue.ts';
import { DANCE_ENDS, HIDING_TRANSITIONS, REPERTOIRE } from '../../../../src/config/repertoire.ts';
import { type Choices, castStory, flows } from '../../../../src/core/story/casting.ts';

const open = (count: number) =>
  Array.from({ length: count }, (_, at): Choices & { slug: string } => ({ slug: `chapter-${at}` }));
const fieldsOf = (count: number, field: 'scene' | 'dance' | 'cue' | 'transition') =>
  castStory(open(count)).chapters.map((chapter) => chapter[field]);

/** Every story of 1 to 30 chapters, any of the fields chosen. */
const stories = fc
  .array(
    fc.record(
      {
        scene: fc.constantFrom(...SCENE_IDS),
        dance: fc.constantFrom(...DANCE_IDS),
        cue: fc.constantFrom(...CUE_IDS),
        transition: fc.constantFrom(...TRANSITION_IDS),
      },
      { requiredKeys: [] },
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((all) => all.map((one, at) => ({ ...one, slug: `chapter-${at}` })));

describe('the repertoire', () => {
  test('has no scene twice, each dance and cue once, and ways out that there are', () => {
    expect(new Set(REPERTOIRE.map(({ scene }) => scene)).size).toBe(REPERTOIRE.length);
    for (const { scene } of REPERTOIRE) expect(SCENE_IDS).toContain(scene);
    expect(REPERTOIRE.map(({ dance }) => dance).sort()).toEqual([...DANCE_IDS].sort());
    expect(REPERTOIRE.map(({ cue }) => cue).sort()).toEqual([...CUE_IDS].sort());
    for (const { transition } of REPERTOIRE) expect(TRANSITION_IDS).toContain(transition);
  });

  test('is one dance that flows through', () => {
    for (const [at, { dance }] of REPERTOIRE.entries())
      for (const [other, { dance: next }] of REPERTOIRE.entries())
        expect(flows(dance, next), `${dance} to ${next}`).toBe(other === at + 1);
    expect(Object.keys(DANCE_ENDS)).toHaveLength(DANCE_IDS.length);
  });
});

describe('a story that leaves the stage open', () => {
  test('with eleven chapters is the whole ballet', () => {
    const { chapters, doubts } = castStory(open(11));
    expect(chapters.map(({ slug: _, ...cast }) => cast)).toEqual(REPERTOIRE);
    expect(doubts).toEqual([]);
  });

  test('with one chapter opens, and ends with the credits', () => {
    expect(castStory(open(1)).chapters).toEqual([
      {
        slug: 'chapter-0',
        scene: 'bareStage',
        dance: 'introduction',
        cue: 'swan-lake-scene',
        transition: 'endCredits',
      },
    ]);
  });

  test('with three is opened, goes on and is closed', () => {
    expect(fieldsOf(3, 'scene')).toEqual(['bareStage', 'shadowWall', 'lastCurtain']);
    // The second dance does not end as the last begins.
    expect(fieldsOf(3, 'transition')).toEqual(['curtain', 'blindsClose', 'endCredits']);
  });

  test('with thirty shows every scene about as often as the others', () => {
    const scenes = fieldsOf(30, 'scene').slice(1, -1);
    const times = REPERTOIRE.map(({ scene: id }) => scenes.filter((scene) => scene === id).length);
    expect(Math.max(...times)).toBe(4);
    expect(times.filter((count) => count === 0)).toHaveLength(2);
  });

  test('is told in one line a chapter what was chosen, and why', () => {
    expect(castStory(open(3)).chosen[1]).toBe(
      'chapter-1: scene shadowWall (seldom shown, and its dance flows on from bareStage), ' +
        'dance symbolism (made for shadowWall), cue sugar-plum (made for shadowWall), ' +
        'transition blindsClose (hides that a-new-kind-of-killer begins in another pose)',
    );
  });
});

describe('an author', () => {
  test('who has chosen all is told nothing, and gets it', () => {
    const all = REPERTOIRE.map((cast, at) => ({ ...cast, slug: `chapter-${at}` }));
    expect(castStory(all)).toEqual({ chapters: all, chosen: [], doubts: [] });
  });

  test('who chooses a dance gets its scene and music with it', () => {
    const { chapters } = castStory([
      { slug: 'a' },
      { slug: 'b', dance: 'training' },
      { slug: 'c' },
    ]);
    expect(chapters[1]).toMatchObject({ scene: 'studio', cue: 'preludes' });
  });

  test('who has one scene twice running, or a join in full view, is asked whether it is meant', () => {
    const { doubts } = castStory([
      { slug: 'a', scene: 'studio', transition: 'bladeCut' },
      { slug: 'b', scene: 'studio' },
    ]);
    expect(doubts).toEqual([
      'a: the next chapter has the same scene, studio',
      'a: training begins in another pose than training ends in, and bladeCut does not hide it; blindsClose, ghostLight, curtain would',
    ]);
  });
});

test('any story: what was chosen stands, nothing is open, no scene comes twice running, each join flows or is hidden', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { chapters } = castStory(story);
      expect(castStory(story).chapters).toEqual(chapters);
      for (const [at, chapter] of chapters.entries()) {
        expect(chapter).toMatchObject(story[at]!);
        for (const field of ['scene', 'dance', 'cue', 'transition'] as const)
          expect(chapter[field]).toBeDefined();
        const next = chapters[at + 1];
        if (!next) {
          expect(story[at]!.transition ?? 'endCredits').toBe(chapter.transition);
          continue;
        }
        if (!story[at]!.scene || !story[at + 1]!.scene) expect(chapter.scene).not.toBe(next.scene);
        if (story[at]!.transition) continue;
        expect(chapter.transition).not.toBe('endCredits');
        expect(
          flows(chapter.dance, next.dance) || HIDING_TRANSITIONS.includes(chapter.transition),
        ).toBe(true);
      }
    }),
  );
});
