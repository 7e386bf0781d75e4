/**
 * The player: cue and effects of a performance that it follows frame by frame.
 * It knows no page: the story and a frame in a blog each tell it where they are.
 */
import { withBase } from '../../core/address.ts';
import type { Playhead } from '../../core/progress/locate.ts';
import { lastingAt, soundsBetween, soundsOfTurn } from '../../core/sound/triggers.ts';
import type { SoundEffectId } from '../../schemas/cue.ts';
import type { PlayedChapter, Programme } from '../../schemas/programme.ts';
import { Desk } from './desk.ts';
import { Foley } from './foley.ts';
import { Orchestra } from './orchestra.ts';

/** Where the performance is. */
export interface Performance {
  /** Index on the page of the chapter being read. */
  chapter(): number;
  /** The moment of the dance; null while pictures stand still. */
  playhead(): Playhead | null;
}

export interface PlayerOptions {
  readonly context: AudioContext;
  readonly base: string;
  /** The chapters on the page, in order. */
  readonly slugs: readonly string[];
  readonly performance: Performance;
  /** Called on every frame while it runs. */
  readonly onFrame: (player: Player) => void;
}

/** @throws when the programme does not come */
export async function openPlayer(options: PlayerOptions): Promise<Player> {
  const response = await fetch(withBase(options.base, 'audio/programme.json'));
  if (!response.ok) throw new Error(`programme.json: ${response.status}`);
  return new Player(options, (await response.json()) as Programme);
}

export class Player {
  readonly programme: Programme;
  readonly desk: Desk;
  readonly orchestra: Orchestra;
  readonly foley: Foley;
  readonly #options: PlayerOptions;
  readonly #chapters: readonly PlayedChapter[];
  #chapter = -1;
  #playhead: Playhead | null = null;
  /** The effects of the chapter and its neighbours. */
  #near: ReadonlySet<SoundEffectId> = new Set();
  #frame = 0;
  #last = 0;

  constructor(options: PlayerOptions, programme: Programme) {
    const { context, base, slugs } = options;
    this.programme = programme;
    this.#options = options;
    this.#chapters = slugs.map((slug) => programme.chapters.find((one) => one.slug === slug)!);
    this.desk = new Desk(context);
    this.orchestra = new Orchestra(context, base);
    this.foley = new Foley(context, base, programme.effects);
    window.addEventListener('online', () => this.#hope());
  }

  /** What is known of the chapter being read. */
  get chapter(): PlayedChapter {
    return this.#chapters[this.#options.performance.chapter()]!;
  }

  run(): void {
    this.desk.run();
    this.#hope();
    cancelAnimationFrame(this.#frame);
    this.#last = performance.now();
    this.#frame = requestAnimationFrame((now) => this.#step(now));
  }

  rest(): void {
    this.desk.rest();
    cancelAnimationFrame(this.#frame);
  }

  #step(now: number): void {
    this.#frame = requestAnimationFrame((later) => this.#step(later));
    const seconds = (now - this.#last) / 1000;
    this.#last = now;
    // While the system holds the context (a call, another player) time stands still here too.
    if (this.desk.context.state === 'running') this.#advance(seconds);
    this.#options.onFrame(this);
  }

  #advance(seconds: number): void {
    const { performance } = this.#options;
    const chapter = performance.chapter();
    const playhead = performance.playhead();
    const turned = chapter !== this.#chapter;
    if (turned) this.#turn(chapter);
    for (const effect of this.#sounds(chapter, playhead)) this.foley.strike(effect);
    this.#chapter = chapter;
    this.#playhead = playhead;
    const danced = this.#chapters[playhead?.chapter ?? chapter]!;
    this.foley.step(lastingAt(danced.lasting, playhead?.progress ?? 0), seconds);
    this.orchestra.step(seconds);
  }

  #sounds(chapter: number, playhead: Playhead | null): readonly SoundEffectId[] {
    if (this.#chapter < 0) return [];
    return playhead && this.#playhead
      ? soundsBetween(this.#playhead, playhead, this.#chapters)
      : soundsOfTurn(this.#chapter, chapter, this.#chapters);
  }

  #turn(chapter: number): void {
    const { cues } = this.programme;
    const back = chapter < this.#chapter;
    const cueOf = (index: number) => cues[this.#chapters[index]?.cue ?? -1] ?? null;
    this.orchestra.aim(cueOf(chapter), cueOf(chapter + (back ? -1 : 1)));
    const near = this.#chapters.slice(Math.max(0, chapter - 1), chapter + 2);
    const sounds = near.flatMap(({ during, leaving, lasting }) => [during, leaving, lasting]);
    this.#near = new Set(sounds.flat().map(({ effect }) => effect));
    this.foley.keep(this.#near);
  }

  /** At a press, and when the connection is back: what did not come may come now. */
  #hope(): void {
    this.orchestra.hope();
    this.foley.keep(this.#near);
  }
}
