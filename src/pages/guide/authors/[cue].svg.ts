/** The opening bars of each piece of music, on a slip of paper, for the authors' guide. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { openingBars } from '../../../core/staff/openingBars.ts';
import { readStaff } from '../../../data/authorsGuide.ts';
import { allCues } from '../../../data/music.ts';
import { paletteOf } from '../../../data/palette.ts';
import { getStory } from '../../../data/story.ts';

export const getStaticPaths = (() =>
  allCues().map(({ id }) => ({ params: { cue: id } }))) satisfies GetStaticPaths;

export const GET = (async ({ params }) => {
  const { ink, bone } = paletteOf(await getStory());
  const staff = await readStaff(params['cue']!);
  return new Response(openingBars(staff, { ink, paper: bone }), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
}) satisfies APIRoute;
