/** oEmbed's description of each chapter, and of the story as `index`. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { describeFrame } from '../../core/embed/oembed.ts';
import { getSite } from '../../data/site.ts';
import { getChapters } from '../../data/story.ts';

export const getStaticPaths = (async () => {
  const chapters = await getChapters();
  return [
    { params: { slug: 'index' }, props: { chapter: undefined } },
    ...chapters.map(({ slug }) => ({ params: { slug }, props: { chapter: slug } })),
  ];
}) satisfies GetStaticPaths;

export const GET = (async ({ props }) =>
  Response.json(
    describeFrame(await getSite(), props['chapter'] as string | undefined),
  )) satisfies APIRoute;
