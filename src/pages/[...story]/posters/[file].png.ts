/** Posters for download: of each chapter, in every shape. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { chapterPoster } from '../../../cards/chapterPoster.ts';
import { POSTER_SIZES, type PosterShape, posterPath } from '../../../core/site/metadata/cards.ts';
import { chapterRoutes } from '../../../data/routes.ts';
import { getStory } from '../../../data/story.ts';
import type { Chapter } from '../../../schemas/chapter.ts';

export const getStaticPaths = (async () =>
  (await chapterRoutes()).flatMap(({ params: { story, slug }, props: { chapter } }) =>
    (Object.keys(POSTER_SIZES) as PosterShape[]).map((shape) => ({
      params: { story, file: posterPath(slug, shape).replace(/^posters\/|\.png$/g, '') },
      props: { chapter, shape },
    })),
  )) satisfies GetStaticPaths;

export const GET = (async ({ props }) => {
  const { chapter, shape } = props as { chapter: Chapter; shape: PosterShape };
  const png = await chapterPoster(chapter, await getStory(chapter.story), POSTER_SIZES[shape]);
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
}) satisfies APIRoute;
