import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Choices, castStory as cast } from '../../../../src/core/story/casting.ts';
import {
  flows as flowsIn,
  type Repertoire,
  repertoireOf,
} from '../../../../src/core/story/repertoire.ts';
import { NO_DANCE } from '../../../../src/schemas/repertoire.ts';
import { CATALOGUE, REPERTOIRE } from '../../../helpers/repertoire.ts';

const { entries, hiding, ends } = REPERTOIRE;
const castStory = <One extends Choices & { slug: string }>(
  story: readonly One[],
  from: Repertoire = REPERTOIRE,
) => cast(story, from);
const flows = (from: string, to: string) => flowsIn(REPERTOIRE, from, to);

const open = (count: number) =>
  Array.from({ length: count }, (_, at): Choices & { slug: string } => ({ slug: `chapter-${at}` }));
const fieldsOf = (count: number, field: 'scene' | 'dance' | 'cue' | 'transition') =>
  castStory(open(count)).chapters.map((chapter) => chapter[field]);

/** Every story of 1 to 30 chapters, any of the fields chosen. */
const stories = fc
  .array(
    fc.record(
      {
        scene: fc.constantFrom(...CATALOGUE.scenes),
        dance: fc.constantFrom(...CATALOGUE.dances, NO_DANCE),
        cue: fc.constantFrom(...CATALOGUE.cues),
        transition: fc.constantFrom(...CATALOGUE.transitions),
      },
      { requiredKeys: [] },
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((all) => all.map((one, at) => ({ ...one, slug: `chapter-${at}` })));

describe('the repertoire', () => {
  test('has no scene twice, dances and music that there are, and ways out that there are', () => {
    expect(new Set(entries.map(({ scene }) => scene)).size).toBe(entries.length);
    for (const { dance, cue, transition } of entries) {
      expect(CATALOGUE.dances).toContain(dance);
      expect(CATALOGUE.cues).toContain(cue);
      expect(CATALOGUE.transitions).toContain(transition);
    }
    // Nothing that was made lies idle.
    expect([...new Set(entries.map(({ dance }) => dance))].sort()).toEqual(
      [...CATALOGUE.dances].sort(),
    );
    expect([...new Set(entries.map(({ cue }) => cue))].sort()).toEqual([...CATALOGUE.cues].sort());
  });

  test('is one dance that flows through', () => {
    for (const [at, { dance }] of entries.entries())
      for (const [other, { dance: next }] of entries.entries())
        expect(flows(dance, next), `${dance} to ${next}`).toBe(other === at + 1);
    expect(Object.keys(ends)).toEqual(CATALOGUE.dances);
  });
});

describe('what scenes and transitions say of themselves', () => {
  const ends = {
    a: { begins: 'folded', ends: 'crowned' },
    b: { begins: 'crowned', ends: 'closed' },
    c: { begins: 'closed', ends: 'gone' },
  } as const;
  const suits = (dance: string) => ({ dance, cue: 'x', transition: 'calm' });
  const opening = ['z', { part: 'opening', suits: suits('a') }] as const;
  const closing = ['first', { part: 'closing', suits: suits('c') }] as const;

  test('gives the order in which dance flows into dance, and the calmest first of what hides', () => {
    const repertoire = repertoireOf(
      [
        closing,
        ['other', { suits: suits('c') }],
        ['next', { suits: suits('b') }],
        ['mute', {}],
        opening,
      ],
      [
        ['wild', { hides: 9 }],
        ['open', {}],
        ['calm', { hides: 1 }],
      ],
      ends,
    );
    expect(repertoire.entries.map(({ scene }) => scene)).toEqual(['z', 'next', 'other', 'first']);
    expect(repertoire.hiding).toEqual(['calm', 'wild']);
  });

  test('makes a new scene be cast without a list of any kind', () => {
    const more: Repertoire = {
      ...REPERTOIRE,
      entries: entries.toSpliced(-1, 0, { ...entries[3]!, scene: 'moonlitRoof' }),
    };
    expect(castStory(open(12), more).chapters.map(({ scene }) => scene)).toContain('moonlitRoof');
  });

  test('needs one scene that opens and one that closes', () => {
    expect(() => repertoireOf([closing], [], ends)).toThrow("`part: 'opening'`");
    expect(() => repertoireOf([opening, closing, ['a', closing[1]]], [], ends)).toThrow('a, first');
  });
});

describe('a story that leaves the stage open', () => {
  test('with eleven chapters is the whole ballet', () => {
    const { chapters, doubts } = castStory(open(11));
    expect(chapters.map(({ slug: _, ...cast }) => cast)).toEqual(entries);
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
    const times = entries.map(({ scene: id }) => scenes.filter((scene) => scene === id).length);
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
    const all = entries.map((cast, at) => ({ ...cast, slug: `chapter-${at}` }));
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
        expect(flows(chapter.dance, next.dance) || hiding.includes(chapter.transition)).toBe(true);
      }
    }),
  );
});
