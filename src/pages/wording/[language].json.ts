/** A frame's words in each language: for blogs that want another than the story's. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { directionOf } from '../../core/site/metadata/locale.ts';
import { WORDED, wordingOf } from '../../data/wording.ts';
import type { FrameWording } from '../../effects/embed/frame/main.ts';

export const getStaticPaths = (() =>
  WORDED.map((language) => ({ params: { language } }))) satisfies GetStaticPaths;

export const GET = (({ params }) => {
  const language = params['language']!;
  const { frame, sound } = wordingOf(language);
  const words = { ...frame, soundRefused: sound.refused };
  return Response.json({ language, dir: directionOf(language), ...words } satisfies FrameWording);
}) satisfies APIRoute;
