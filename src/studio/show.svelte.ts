/** What the two screens show: they follow each other, the timeline and the choices that are tried. */
import type { Geometry } from '../core/reading/playhead.ts';
import type { CastChapter } from '../schemas/studio.ts';
import { merged, type Notice, SCREENS, type ScreenName, tooLong, tooWeak } from './notices.ts';
import type { Preview, PreviewWindow, StepFacts } from './preview/preview.ts';
import { type Moment, momentAt, scrollAt, trackOf } from './track.ts';

const NAMES = Object.keys(SCREENS) as ScreenName[];

/** Milliseconds after which the picture has come to rest. */
const REST = 800;
/** CSS pixels of the wide screen that are played in a second. */
const PACE = 420;

export class Show {
  /** Slug of the chapter that is shown. */
  slug = $state('');
  moment = $state.raw<Moment>({ kind: 'dance', at: 0 });
  playing = $state(false);
  /** The wide page as it lies. */
  geometry = $state.raw<Geometry>();
  steps = $state.raw<readonly StepFacts[]>([]);
  quote = $state.raw<number>();
  ready = $state(false);
  /** The story's colours, as `writePalette` writes them. */
  tones = $state('');
  #weak = $state.raw<Readonly<Record<string, readonly Notice[]>>>({});
  #long = $state.raw<Readonly<Record<string, readonly Notice[]>>>({});

  readonly #frames = new Map<ScreenName, HTMLIFrameElement>();
  #cast: readonly CastChapter[] = [];
  /** Who says where we are: the studio, or a screen that is being scrolled. */
  #lead: ScreenName | 'studio' = 'studio';
  /** Both screens show this step where each has it, not the same moment. */
  #step: number | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  noticesOf(slug: string): readonly Notice[] {
    return [...(this.#long[slug] ?? []), ...(this.#weak[slug] ?? [])];
  }

  /** A screen is there. Returns the undo. */
  attach(name: ScreenName, frame: HTMLIFrameElement): () => void {
    this.#frames.set(name, frame);
    const arrive = () => this.#arrive(name);
    frame.addEventListener('load', arrive);
    return () => {
      frame.removeEventListener('load', arrive);
      this.#frames.delete(name);
    };
  }

  #window(name: ScreenName): PreviewWindow | null {
    return (this.#frames.get(name)?.contentWindow as PreviewWindow | null | undefined) ?? null;
  }
  #preview(name: ScreenName): Preview | undefined {
    return this.#window(name)?.studioPreview;
  }

  /** A page has come into a screen. */
  #arrive(name: ScreenName): void {
    const page = this.#window(name);
    if (!page) return;
    const lead = () => {
      this.#lead = name;
      this.stop();
    };
    for (const event of ['wheel', 'pointerdown', 'keydown', 'touchstart'])
      page.addEventListener(event, lead, { passive: true, capture: true });
    page.addEventListener('scroll', () => this.#follow(name), { passive: true });
  }

  /** A page lies otherwise than before: both screens stay at the moment that they show. */
  layAgain(): void {
    const wide = this.#preview('wide');
    this.geometry = wide?.geometry();
    this.tones = wide?.tones() ?? '';
    const ready = NAMES.every((name) => this.#preview(name)?.geometry());
    if (ready && !this.ready) {
      this.ready = true;
      this.#tellCast();
      this.#measure();
      this.seekStep(0);
    }
    if (!ready) return;
    this.#measure();
    if (this.#lead === 'studio') this.#place();
  }

  cast(chapters: readonly CastChapter[]): void {
    const before = new Map(this.#cast.map((one) => [one.slug, stagingOf(one)]));
    const other = chapters.filter((one) => before.get(one.slug) !== stagingOf(one));
    const gone = new Set(other.map(({ slug }) => slug));
    this.#cast = chapters;
    if (other.length === 0) return;
    this.#weak = Object.fromEntries(Object.entries(this.#weak).filter(([slug]) => !gone.has(slug)));
    this.#tellCast();
  }

  #tellCast(): void {
    const staged = this.#cast.map(({ slug, scene, dance, transition, side }) => {
      return { slug, scene, dance, transition, side };
    });
    for (const name of NAMES) {
      const preview = this.#preview(name);
      // A chapter that was added or renamed comes with the page itself.
      const same = preview?.slugs().join() === staged.map(({ slug }) => slug).join();
      if (same && staged.length > 0) preview?.cast(staged);
    }
    this.#rest();
  }

  /** Shows a chapter, at its first words. */
  goTo(slug: string): void {
    if (slug === this.slug) return;
    this.stop();
    this.slug = slug;
    this.moment = { kind: 'dance', at: 0.12 };
    this.#lead = 'studio';
    this.#measure();
    this.seekStep(0);
  }

  /** Shows a moment of the chapter. */
  seek(moment: Moment): void {
    this.#lead = 'studio';
    this.#step = undefined;
    this.moment = moment;
    this.#place();
  }

  /** Plays the chapter from here, or from its beginning where it is at its end. */
  play(): void {
    const { geometry } = this;
    const chapter = this.#index();
    if (!geometry || chapter < 0) return;
    const { from, to } = trackOf(geometry, chapter);
    let scroll = scrollAt(geometry, chapter, this.moment);
    if (scroll >= to - 2) scroll = from;
    this.playing = true;
    this.#lead = 'studio';
    let before: number | undefined;
    const go = (time: number) => {
      if (!this.playing) return;
      scroll = Math.min(to, scroll + ((time - (before ?? time)) / 1000) * PACE);
      before = time;
      this.seek(momentAt(geometry, chapter, scroll));
      // Words are looked at on the way, too.
      if (Math.floor(scroll / 150) !== Math.floor((scroll - 20) / 150)) this.#look();
      if (scroll >= to) this.playing = false;
      else this.#frame = requestAnimationFrame(go);
    };
    this.#frame = requestAnimationFrame(go);
  }

  stop(): void {
    this.playing = false;
    cancelAnimationFrame(this.#frame);
  }

  /** Slugs of the page's chapters, in order. */
  slugs(): readonly string[] {
    return this.#preview('wide')?.slugs() ?? [];
  }

  /** Shows a step where each screen has it. */
  seekStep(step: number): void {
    const { geometry } = this;
    const place = this.steps[step];
    const chapter = this.#index();
    this.#lead = 'studio';
    this.#step = step;
    if (geometry && place && chapter >= 0) this.moment = momentAt(geometry, chapter, place.middle);
    this.#place();
  }

  #index(name: ScreenName = 'wide'): number {
    return this.#preview(name)?.slugs().indexOf(this.slug) ?? -1;
  }

  #place(except?: ScreenName): void {
    for (const name of NAMES) {
      const geometry = name === except ? undefined : this.#preview(name)?.geometry();
      const chapter = this.#index(name);
      if (!geometry || chapter < 0) continue;
      const step =
        this.#step === undefined ? undefined : this.#preview(name)?.steps(this.slug)[this.#step];
      const top = step?.middle ?? scrollAt(geometry, chapter, this.moment);
      this.#window(name)?.scrollTo({ top, behavior: 'instant' });
    }
    this.#rest();
  }

  /** Someone scrolls in a screen: all else follows. */
  #follow(name: ScreenName): void {
    const geometry = this.#preview(name)?.geometry();
    const chapter = this.#index(name);
    if (this.#lead !== name || !geometry || chapter < 0) return;
    this.#step = undefined;
    this.moment = momentAt(geometry, chapter, this.#window(name)!.scrollY);
    this.#place(name);
  }

  #rest(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#look(), REST);
  }

  #measure(): void {
    const { slug } = this;
    this.steps = this.#preview('wide')?.steps(slug) ?? [];
    this.quote = this.#preview('wide')?.quote(slug);
    const phone = this.#preview('phone');
    this.#long = Object.fromEntries(
      this.#cast.map(({ slug }) => [slug, tooLong(phone?.steps(slug) ?? [])]),
    );
  }

  /** Looks for words that stand out too little, where the screens are now. */
  #look(): void {
    const found: Notice[] = [];
    for (const screen of NAMES)
      for (const weak of this.#preview(screen)?.weakWords() ?? [])
        if (weak.slug === this.slug) found.push(tooWeak(screen, weak, this.moment));
    if (found.length > 0)
      this.#weak = { ...this.#weak, [this.slug]: merged(this.#weak[this.slug] ?? [], found) };
  }
}

const stagingOf = ({ scene, dance, transition, side }: CastChapter): string =>
  [scene, dance, transition, side].join();
