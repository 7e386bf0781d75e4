/** The cards that previews show: of each chapter and of the story, wide and square. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { posterOf } from '../../../cards/chapterPoster.ts';
import {
  CARD_SIZES,
  type CardShape,
  cardPath,
  STORY_CARD,
} from '../../../core/site/metadata/cards.ts';
import { chapterRoutes, storyRoutes } from '../../../data/routes.ts';
import { getChapters, getStory } from '../../../data/story.ts';

export const getStaticPaths = (async () => {
  const named = [
    ...(await storyRoutes()).map((route) => ({ ...route, name: STORY_CARD })),
    ...(await chapterRoutes()).map((route) => ({ ...route, name: route.params.slug })),
  ];
  return named.flatMap(({ params, props, name }) =>
    (Object.keys(CARD_SIZES) as CardShape[]).map((shape) => ({
      params: { story: params.story, file: cardPath(name, shape).replace('og/', '') },
      props: { story: props.story, name, shape },
    })),
  );
}) satisfies GetStaticPaths;

export const GET = (async ({ props }) => {
  const { story, name, shape } = props as { story: string; name: string; shape: CardShape };
  const chapters = await getChapters(story);
  const png = await posterOf(name, chapters, await getStory(story), CARD_SIZES[shape]);
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
}) satisfies APIRoute;
