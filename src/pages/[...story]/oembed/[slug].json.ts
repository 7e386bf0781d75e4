/** oEmbed's description of each chapter, and of the story as `index`. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { describeFrame } from '../../../core/embed/oembed.ts';
import { chapterRoutes, storyRoutes } from '../../../data/routes.ts';
import { getSite } from '../../../data/site.ts';

export const getStaticPaths = (async () => [
  ...(await storyRoutes()).map(({ params, props }) => ({
    params: { ...params, slug: 'index' },
    props: { ...props, slug: undefined },
  })),
  ...(await chapterRoutes()).map(({ params, props: { story } }) => ({
    params,
    props: { story, slug: params.slug },
  })),
]) satisfies GetStaticPaths;

export const GET = (async ({ props }) =>
  Response.json(describeFrame(await getSite(props['story']), props['slug']))) satisfies APIRoute;
