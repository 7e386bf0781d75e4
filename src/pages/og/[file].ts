/** The cards that previews show: of each chapter and of the story, wide and square. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { posterOf } from '../../cards/chapterPoster.ts';
import {
  CARD_SIZES,
  type CardShape,
  cardPath,
  STORY_CARD,
} from '../../core/site/metadata/cards.ts';
import { getChapters, getStory } from '../../data/story.ts';

export const getStaticPaths = (async () => {
  const names = [STORY_CARD, ...(await getChapters()).map(({ slug }) => slug)];
  return names.flatMap((name) =>
    (Object.keys(CARD_SIZES) as CardShape[]).map((shape) => ({
      params: { file: cardPath(name, shape).replace('og/', '') },
      props: { name, shape },
    })),
  );
}) satisfies GetStaticPaths;

export const GET = (async ({ props }) => {
  const { name, shape } = props as { name: string; shape: CardShape };
  const png = await posterOf(name, await getChapters(), await getStory(), CARD_SIZES[shape]);
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
}) satisfies APIRoute;
