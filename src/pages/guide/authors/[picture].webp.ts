/** Pictures of scenes and transitions, drawn at build, for the authors' guide. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { scenePicture, themePicture, transitionPicture } from '../../../cards/choice.ts';
import type { Palette } from '../../../config/tones.ts';
import {
  type ShownScene,
  shownScenes,
  shownThemes,
  shownTransitions,
} from '../../../data/authorsGuide.ts';
import { paletteOf } from '../../../data/palette.ts';
import { readStill } from '../../../data/stills.ts';
import { getStory } from '../../../data/story.ts';
import { loadScene } from '../../../scenes/index.ts';
import { loadTransition } from '../../../transitions/index.ts';

type Drawn =
  | { readonly scene: ShownScene }
  | { readonly scene: ShownScene; readonly palette: Palette }
  | {
      readonly transition: string;
      readonly from: ShownScene;
      readonly to: ShownScene | undefined;
    };

export const getStaticPaths = (async () => {
  const scenes = await shownScenes();
  const transitions = await shownTransitions(scenes);
  return [
    ...shownThemes().map(({ id, palette }) => ({
      params: { picture: `theme-${id}` },
      props: { palette, scene: scenes[0]! } satisfies Drawn,
    })),
    ...scenes.map((scene) => ({ params: { picture: scene.id }, props: { scene } satisfies Drawn })),
    ...transitions.map(({ id, from, to }) => ({
      params: { picture: id },
      // One that was made for no scene leads from the first to the second.
      props: {
        transition: id,
        from: from ?? scenes[0]!,
        to: from ? to : scenes[1],
      } satisfies Drawn,
    })),
  ];
}) satisfies GetStaticPaths;

const danced = async ({ id, suits }: ShownScene) => ({
  scene: await loadScene(id),
  clip: suits && (await readStill(suits.dance)),
});

export const GET = (async ({ props }) => {
  const drawn = props as Drawn;
  if ('palette' in drawn) return webp(await themePicture(drawn.palette, await danced(drawn.scene)));
  const palette = paletteOf(await getStory());
  const picture =
    'scene' in drawn
      ? await scenePicture(palette, await danced(drawn.scene))
      : await transitionPicture(
          palette,
          await loadTransition(drawn.transition),
          await danced(drawn.from),
          drawn.to && (await danced(drawn.to)),
        );
  return webp(picture);
}) satisfies APIRoute;

const webp = (picture: Buffer) =>
  new Response(new Uint8Array(picture), { headers: { 'Content-Type': 'image/webp' } });
