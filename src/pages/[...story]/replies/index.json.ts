/** What the service of replies knows of a story: what can be answered, and its words. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { RepliedStory } from '../../../core/replies/places.ts';
import { areRepliesOn } from '../../../data/replies.ts';
import { storyRoutes } from '../../../data/routes.ts';
import { getChapters, getStory } from '../../../data/story.ts';
import { wordingOf } from '../../../data/wording.ts';

export const getStaticPaths = (async () =>
  areRepliesOn ? storyRoutes() : []) satisfies GetStaticPaths;

export const GET = (async ({ props, site }) => {
  const { name, path, title, language } = await getStory(props['story']);
  const chapters = await getChapters(name);
  return Response.json({
    address: site!.origin,
    path,
    title,
    language,
    words: wordingOf(language).replies,
    chapters: chapters.map(({ slug, title }) => ({ slug, title })),
  } satisfies RepliedStory);
}) satisfies APIRoute;
