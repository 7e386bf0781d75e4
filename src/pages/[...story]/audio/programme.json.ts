/** What the player needs to know, fetched once sound is wanted. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { CARD_SIZES, cardPath } from '../../../core/site/metadata/cards.ts';
import { soundsOfLandings } from '../../../data/clips.ts';
import sheet from '../../../data/cues.json' with { type: 'json' };
import { storyRoutes } from '../../../data/routes.ts';
import { getChapters, getStory } from '../../../data/story.ts';
import { loadScene } from '../../../scenes/index.ts';
import type { AudioManifest } from '../../../schemas/audioManifest.ts';
import type { CueSheet } from '../../../schemas/cue.ts';
import { loadTransition } from '../../../transitions/index.ts';

export const getStaticPaths = storyRoutes satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => {
  const story = await getStory(props['story']);
  const { cues, effects } = sheet as unknown as CueSheet;
  const { width, height } = CARD_SIZES.square;
  const programme: AudioManifest = {
    story: story.title,
    chapters: await Promise.all(
      (await getChapters(story.name)).map(
        async ({ slug, title, scene, dance, transition, cue }) => {
          const { sounds = [], lasting = [] } = await loadScene(scene);
          return {
            slug,
            title,
            cue: cues.findIndex(({ id }) => id === cue),
            artwork: [cardPath(slug, 'square'), `${width}x${height}`],
            during: [...sounds, ...(await soundsOfLandings(dance))],
            leaving: (await loadTransition(transition)).sounds ?? [],
            lasting,
          };
        },
      ),
    ),
    cues: cues.map(({ id, title, composer, duration, loop, rest, gain, sources }) => ({
      id,
      title,
      composer,
      duration,
      ...(loop && { loop }),
      rest,
      gain,
      sources,
    })),
    effects: effects.map(({ id, duration, loop, gain, sources }) => ({
      id,
      duration,
      ...(loop && { loop }),
      gain,
      sources,
    })),
  };
  return Response.json(programme);
};
