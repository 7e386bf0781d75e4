/**
 * The soundtrack: cue and effects of a position that it follows frame by frame.
 * It knows no page: the story and a frame in a blog each tell it where they are.
 */

import type { Playhead } from '../../core/reading/playhead.ts';
import { withBase } from '../../core/site/address.ts';
import { lastingAt, soundsBetween, soundsOfTurn } from '../../core/sound/triggers.ts';
import type { AudioManifest, ChapterSounds } from '../../schemas/audioManifest.ts';
import type { SoundEffectId } from '../../schemas/cue.ts';
import { fetchFile } from '../loading/fetchFile.ts';
import { type Attempt, keepTrying } from '../loading/keepTrying.ts';
import { EffectsTrack } from './effectsTrack.ts';
import { MasterOutput } from './masterOutput.ts';
import { MusicTrack } from './musicTrack.ts';

/** Where the position is. */
export interface StoryPosition {
  /** Index on the page of the chapter being read. */
  chapter(): number;
  /** The moment of the dance; null while pictures stand still. */
  playhead(): Playhead | null;
}

export interface SoundtrackOptions {
  readonly context: AudioContext;
  readonly base: string;
  /** The path under which the story's pages are. */
  readonly home: string;
  /** The chapters on the page, in order. */
  readonly slugs: readonly string[];
  readonly position: StoryPosition;
  /** Called on every frame while it runs. */
  readonly onFrame: (soundtrack: Soundtrack) => void;
}

/** How often the manifest is asked for before the reader is told: they wait. */
const ATTEMPTS = 2;

/** @throws when the manifest does not come, or comes damaged */
export async function openSoundtrack(options: SoundtrackOptions): Promise<Soundtrack> {
  const url = withBase(options.home, 'audio/programme.json');
  const read = async (attempt: Attempt) => (await fetchFile(url, attempt)).json();
  const manifest: AudioManifest = await keepTrying(read, { attempts: ATTEMPTS });
  return new Soundtrack(options, manifest);
}

export class Soundtrack {
  readonly manifest: AudioManifest;
  readonly output: MasterOutput;
  readonly music: MusicTrack;
  readonly effects: EffectsTrack;
  readonly #options: SoundtrackOptions;
  readonly #chapters: readonly ChapterSounds[];
  #chapter = -1;
  #playhead: Playhead | null = null;
  /** The effects of the chapter and its neighbours. */
  #near: ReadonlySet<SoundEffectId> = new Set();
  #frame = 0;
  #last = 0;

  constructor(options: SoundtrackOptions, manifest: AudioManifest) {
    const { context, base, slugs } = options;
    this.manifest = manifest;
    this.#options = options;
    this.#chapters = slugs.map((slug) => manifest.chapters.find((one) => one.slug === slug)!);
    this.output = new MasterOutput(context);
    this.music = new MusicTrack(context, base);
    this.effects = new EffectsTrack(context, base, manifest.effects);
    window.addEventListener('online', () => this.#hope());
  }

  /** What is known of the chapter being read. */
  get chapter(): ChapterSounds {
    return this.#chapters[this.#options.position.chapter()]!;
  }

  run(): void {
    this.output.run();
    this.#hope();
    cancelAnimationFrame(this.#frame);
    this.#last = performance.now();
    this.#frame = requestAnimationFrame((now) => this.#step(now));
  }

  rest(): void {
    this.output.rest();
    cancelAnimationFrame(this.#frame);
  }

  #step(now: number): void {
    this.#frame = requestAnimationFrame((later) => this.#step(later));
    const seconds = (now - this.#last) / 1000;
    this.#last = now;
    // While the system holds the context (a call, another soundtrack) time stands still here too.
    if (this.output.context.state === 'running') this.#advance(seconds);
    this.#options.onFrame(this);
  }

  #advance(seconds: number): void {
    const { position } = this.#options;
    const chapter = position.chapter();
    const playhead = position.playhead();
    const turned = chapter !== this.#chapter;
    if (turned) this.#turn(chapter);
    for (const effect of this.#sounds(chapter, playhead)) this.effects.strike(effect);
    this.#chapter = chapter;
    this.#playhead = playhead;
    const danced = this.#chapters[playhead?.chapter ?? chapter]!;
    this.effects.step(lastingAt(danced.lasting, playhead?.progress ?? 0), seconds);
    this.music.step(seconds);
  }

  #sounds(chapter: number, playhead: Playhead | null): readonly SoundEffectId[] {
    if (this.#chapter < 0) return [];
    return playhead && this.#playhead
      ? soundsBetween(this.#playhead, playhead, this.#chapters)
      : soundsOfTurn(this.#chapter, chapter, this.#chapters);
  }

  #turn(chapter: number): void {
    const { cues } = this.manifest;
    const back = chapter < this.#chapter;
    const cueOf = (index: number) => cues[this.#chapters[index]?.cue ?? -1] ?? null;
    this.music.aim(cueOf(chapter), cueOf(chapter + (back ? -1 : 1)));
    const near = this.#chapters.slice(Math.max(0, chapter - 1), chapter + 2);
    const sounds = near.flatMap(({ during, leaving, lasting }) => [during, leaving, lasting]);
    this.#near = new Set(sounds.flat().map(({ effect }) => effect));
    this.effects.keep(this.#near);
  }

  /** At a press, and when the connection is back: what did not come may come now. */
  #hope(): void {
    this.music.hope();
    this.effects.keep(this.#near);
  }
}
