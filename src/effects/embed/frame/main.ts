/** Brings a frame to life: wires its player, controls, sight, gestures, and the page around it. */
import { FRAME_EVENTS, PLAY_SHARE } from '../../../config/frame.ts';
import type { Command, Report } from '../../../core/embed/message.ts';
import { layTimeline } from '../../../core/embed/timeline.ts';
import { withBase } from '../../../core/site/address.ts';
import { readPalette } from '../../../core/stage/palette.ts';
import { closestLanguage } from '../../../core/wording/closestLanguage.ts';
import { markOf, say } from '../../../core/wording/say.ts';
import type { Word, Wording } from '../../../schemas/wording.ts';
import { fetchFile } from '../../loading/fetchFile.ts';
import { keepTrying } from '../../loading/keepTrying.ts';
import { savesData } from '../../page/thrift.ts';
import type { StageChapter } from '../../stage/assetLoader.ts';
import { Controls, type ControlWording } from './controls.ts';
import { watchDrag } from './drag.ts';
import { FrameStage } from './frameStage.ts';
import { FramePlayer } from './player.ts';
import { soundButton } from './sound.ts';
import { watchSight } from './visibility.ts';

/** What the server tells the player. */
export interface FrameData {
  readonly base: string;
  /** The path under which the story's pages are. */
  readonly home: string;
  /** The chapters that this frame holds: one, or all. */
  readonly chapters: readonly (StageChapter & {
    readonly title: string;
    /** Frames of its clip. */
    readonly frames: number;
  })[];
  /** Its colours, as `writePalette` writes them. */
  readonly palette: string;
  /** Media query of windows in which words stand beside her. */
  readonly wide: string;
  /** The page's own words. */
  readonly wording: ControlWording;
  /** Languages that there are words of. */
  readonly languages: readonly string[];
}

/** A frame's words in a language, as `/wording/` has them. */
export interface FrameWording extends ControlWording, Omit<Wording['frame'], keyof ControlWording> {
  readonly dir: 'ltr' | 'rtl';
}

/**
 * Once only: where it was asked for twice, the first to come counts.
 *
 * @param root the frame's content, with the server's picture, controls and data
 */
export function startFrame(root: HTMLElement): void {
  if ('alive' in root.dataset) return;
  const { chapters, base, home, palette, wide, wording, languages } = JSON.parse(
    root.dataset['frameContent']!,
  ) as FrameData;
  const stage = root.querySelector<HTMLElement>('[data-stage]')!;
  const scene = root.querySelector<HTMLElement>('[data-scene]')!;
  const timeline = layTimeline(chapters.map(({ frames }) => frames));
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  const report = (detail: Report) =>
    document.dispatchEvent(new CustomEvent(FRAME_EVENTS.report, { detail }));

  const dance = new FrameStage(stage, {
    chapters,
    base,
    home,
    tones: readPalette(palette),
    wide,
    timeline,
    onArrival: () => player.refresh(),
  });
  const player = new FramePlayer(dance, timeline, {
    onPosition(position, moving) {
      controls.stand(position, moving);
      showChapter(dance.chapterAt(position));
    },
    onWanted(wanted) {
      controls.wanted = wanted;
    },
    onMoving(moving) {
      report({ kind: moving ? 'play' : 'pause' });
    },
  });
  const controls = new Controls(root, timeline, wording, {
    position: () => player.position,
    onPlay: () => player.play(),
    onPause: () => player.pause(),
    onSeek: (position) => player.seek(position),
  });

  /** What is said now: the page's own words, until the blog's have come. */
  let spoken: ControlWording = wording;
  const speaker = root.querySelector<HTMLButtonElement>('[data-sound]')!;
  const notice = root.querySelector<HTMLElement>('[data-notice]')!;
  const sound = soundButton(
    speaker,
    {
      base,
      home,
      slugs: chapters.map(({ slug }) => slug),
      geometry: timeline.geometry,
      position: () => player.position,
    },
    (why) => {
      const word = spoken[why ?? 'soundNotLoaded'];
      Object.assign(notice, { lang: spoken.language, dir: 'auto', ...markOf(word) });
      notice.textContent = why ? say(word) : '';
    },
  );

  let danced = 0;
  function showChapter(chapter: number): void {
    if (chapter === danced) return;
    danced = chapter;
    const { slug, title } = chapters[chapter]!;
    const line = root.querySelector('[data-chapter-line]');
    if (line) line.textContent = title;
    report({ kind: 'chapter', chapter: slug, title });
  }

  const wanted = new URLSearchParams(location.search).get('lang');
  const language = wanted && closestLanguage(wanted, languages);
  if (language && language !== wording.language) {
    const address = withBase(base, `wording/${language}.json`);
    keepTrying(async (attempt) => (await fetchFile(address, attempt)).json(), { attempts: 3 }).then(
      translate,
      // They did not come: the page's own words stay.
      () => {},
    );
  }
  function translate(translated: FrameWording): void {
    const { language: lang, dir } = translated;
    const mark = (word: Word) => ({ lang, dir, ...markOf(word) });
    controls.wording = spoken = translated;
    Object.assign(root.querySelector('[data-controls]')!, { lang });
    for (const [selector, word] of [
      ['[data-sound]', translated.sound],
      ['[data-place]', translated.place],
    ] as const) {
      Object.assign(root.querySelector(selector)!, { ariaLabel: say(word), ...mark(word) });
    }
    for (const element of root.querySelectorAll<HTMLElement>('[data-word]')) {
      const word = translated[element.dataset['word'] as 'readChapter' | 'readStory'];
      Object.assign(element, { textContent: say(word), ...mark(word) });
    }
  }

  // Readers who want less motion, or fewer bytes, start her themselves.
  const byItself = !calm.matches && !savesData();
  let begun = false;
  watchSight(scene, PLAY_SHARE, ({ any, enough }) => {
    if (any && byItself && !begun) {
      begun = true;
      player.play();
    }
    player.see(enough);
    sound.see(enough);
  });
  calm.addEventListener('change', () => calm.matches && player.pause());

  let from = 0;
  watchDrag(stage, {
    onStart() {
      from = player.position;
      player.hold(true);
    },
    onMove(share) {
      player.seek(from + share * chapters[danced]!.frames);
    },
    onEnd: () => player.hold(false),
    onTap: () => (player.wanted ? player.pause() : player.play()),
  });
  new ResizeObserver(() => dance.measure()).observe(stage);

  document.addEventListener(FRAME_EVENTS.command, (event) => {
    const command = (event as CustomEvent<Command>).detail;
    if (command.kind === 'pause') player.pause();
    // The page around may not override what the reader's system asks for.
    else if (command.kind === 'play' && !calm.matches) player.play();
    else if (command.kind === 'goTo') {
      const chapter = chapters.findIndex(({ slug }) => slug === command.chapter);
      if (chapter >= 0) player.seek(timeline.entries[chapter]!);
    }
  });
  const { slug, title } = chapters[0]!;
  report({ kind: 'ready', chapter: slug, title });
  root.dataset['alive'] = '';
}
