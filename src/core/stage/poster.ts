/** Single pictures of a scene, or of a way between two, as SVG documents: stills, cards, contact sheets. */
import type { Clip } from '../../schemas/clip.ts';
import type { Scene, Screen, Side, Transition } from '../../schemas/picture.ts';
import { isNobody } from '../clip/nobody.ts';
import { placeAt } from '../clip/placeAt.ts';
import { pathOf } from '../clip/whereabouts.ts';
import { compose, type StagedChapter, type StagePicture } from './compose.ts';
import type { Cast } from './drawPicture.ts';
import { pictureMarkup } from './svgPen.ts';
import type { Colours } from './tints.ts';
import { stageWindow } from './viewport.ts';

/** A scene at a moment, with the dance that is danced in it. */
export interface PosterChapter {
  readonly scene: Scene;
  /** 0 to 1. */
  readonly progress: number;
  /** Where the text would stand on a wide screen. */
  readonly side: Side;
  /** Where she stands instead, as a share of the width: 0.5 for pictures without text. */
  readonly spot?: number | undefined;
  /** Her clip, or a still (a clip of one frame); without one the set is empty. */
  readonly clip?: Clip | undefined;
}

export interface PosterCrossing {
  readonly transition: Transition;
  readonly progress: number;
  /** Absent after the last chapter. */
  readonly to?: PosterChapter | undefined;
}

/** Where words would stand in a picture without any: where the set is as it is drawn. */
export const posterSide = ({ quiet }: Scene): Side => (quiet === 'either' ? 'left' : quiet);

/** The picture as an SVG document of `screen.width` by 1000 units. Throws when a tone has no colour. */
export function posterSvg(
  tones: Colours,
  screen: Screen,
  first: PosterChapter,
  crossing?: PosterCrossing,
): string {
  const cast = crossing?.to ? [first, crossing.to] : [first];
  const chapters: StagedChapter[] = cast.map(({ side, scene, clip }, index) => ({
    side,
    scene,
    empty: clip !== undefined && isNobody(clip),
    path: clip && !isNobody(clip) ? pathOf(clip) : undefined,
    transition: index === 0 ? crossing?.transition : undefined,
  }));
  const chapter = crossing?.to && crossing.progress >= 0.5 ? 1 : 0;
  const under = crossing && crossing.progress > 0 && (crossing.progress < 1 || !crossing.to);
  const picture = compose(
    {
      chapter,
      progress: cast[chapter]!.progress,
      crossing: under ? { from: 0, to: crossing.to ? 1 : null, progress: crossing.progress } : null,
      overture: 1,
    },
    chapters,
    screen,
  );
  const window = stageWindow(screen.width, 1000, screen.tall, first.side);
  const drawn = placed(picture, first.spot);
  return pictureMarkup(drawn, window, (index) => castOf(cast[index]), tones);
}

function castOf(chapter: PosterChapter | undefined): Cast | undefined {
  // A chapter that has no clip yet is a set without a dancer.
  if (!chapter?.clip || isNobody(chapter.clip)) return undefined;
  return {
    clip: chapter.clip,
    frame: placeAt(chapter.clip, chapter.progress, 1),
  };
}

/** The same picture with her and the sets moved to another spot. */
function placed(picture: StagePicture, spot: number | undefined): StagePicture {
  if (spot === undefined) return picture;
  return {
    ...picture,
    scenes: picture.scenes.map((view) => ({ ...view, spot })),
    dancer: { ...picture.dancer, spot },
  };
}
