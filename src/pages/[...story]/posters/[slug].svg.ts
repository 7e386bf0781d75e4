/** Each chapter's poster, drawn at build: what is shown where nothing moves. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { posterSide, posterSvg } from '../../../core/stage/poster.ts';
import { paletteOf } from '../../../data/palette.ts';
import { chapterRoutes } from '../../../data/routes.ts';
import { readStill } from '../../../data/stills.ts';
import { getStory } from '../../../data/story.ts';
import { loadScene } from '../../../scenes/index.ts';
import type { Chapter } from '../../../schemas/chapter.ts';

export const getStaticPaths = chapterRoutes satisfies GetStaticPaths;

export const GET = (async ({ props }) => {
  const { story, dance, scene: id } = props['chapter'] as Chapter;
  const scene = await loadScene(id);
  const clip = await readStill(dance);
  const svg = posterSvg(
    paletteOf(await getStory(story)),
    { width: 1000, tall: false },
    { scene, progress: scene.best, clip, side: posterSide(scene), spot: 0.5 },
  );
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } });
}) satisfies APIRoute;
