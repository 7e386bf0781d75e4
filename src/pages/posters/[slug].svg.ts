/** Each chapter's poster, drawn at build: what is shown where nothing moves. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { readStill } from '../../content/stills.ts';
import { getChapters } from '../../content/story.ts';
import { pictureSvg } from '../../core/poster.ts';
import { SCENES } from '../../scenes/index.ts';
import type { Chapter } from '../../schemas/chapter.ts';

export const getStaticPaths = (async () => {
  const chapters = await getChapters();
  return chapters.map((chapter) => ({ params: { slug: chapter.slug }, props: { chapter } }));
}) satisfies GetStaticPaths;

export const GET = (async ({ props }) => {
  const { slug, scene: id } = props['chapter'] as Chapter;
  const scene = await SCENES[id]();
  const clip = await readStill(slug);
  const svg = pictureSvg({
    scene,
    progress: scene.best,
    clip: clip.layers.length > 0 ? clip : undefined,
    frame: 0,
    text: 'left',
    // She stands at two thirds of a square and a bit: the words are elsewhere.
    screen: { width: 1000, tall: false },
  });
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } });
}) satisfies APIRoute;
