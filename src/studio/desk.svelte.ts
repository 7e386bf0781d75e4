/** What is open in the studio, what of it was changed, and what the development server says to that. */
import { STUDIO_HEADER } from '../config/studio.ts';
import type { FieldValue } from '../core/content/editFields.ts';
import type {
  CastChapter,
  OpenedFile,
  StudioCall,
  StudioReply,
  StudioStory,
  Wrong,
} from '../schemas/studio.ts';

/** What the author has changed in one file and not saved. */
interface Changes {
  fields: Record<string, FieldValue>;
  steps: string[] | undefined;
  /** The whole file, where it is edited as text. */
  text: string | undefined;
}

/** `#la-doublure/la-chute` for a chapter, `#la-doublure/story` for a story's own file. */
const markOf = (file: string): string =>
  `#${file.replace(/^.*?([^/]+)\/(?:chapters\/\d+-)?([^/]+)\.md$/, '$1/$2')}`;

/** Milliseconds that a hand rests between words. */
const PAUSE = 350;

export type Standing =
  | 'same'
  | 'waiting'
  | 'tried'
  | 'wrong'
  | 'saving'
  | 'saved'
  | 'changed'
  | 'lost';

export class Desk {
  stories = $state.raw<readonly StudioStory[]>([]);
  storyName = $state('');
  file = $state('');
  opened = $state.raw<OpenedFile>();
  /** By files. */
  #changes = $state<Record<string, Changes>>({});
  standing = $state<Standing>('same');
  wrong = $state.raw<Wrong>();
  /** The file as someone else has written it meanwhile, where that hinders saving. */
  theirs = $state.raw<OpenedFile>();
  /** Why the server does not answer. */
  refused = $state('');

  readonly #address: string;
  readonly #token: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Only the last answer to a trial counts. */
  #turn = 0;

  constructor(address: string, token: string) {
    this.#address = address;
    this.#token = token;
  }

  get story(): StudioStory | undefined {
    return this.stories.find(({ name }) => name === this.storyName) ?? this.stories[0];
  }
  get chapter(): CastChapter | undefined {
    return this.story?.chapters.find(({ file }) => file === this.file);
  }
  get changes(): Changes {
    return this.#changes[this.file] ?? { fields: {}, steps: undefined, text: undefined };
  }
  get changed(): boolean {
    return this.isChanged(this.file);
  }
  get unsaved(): readonly string[] {
    return Object.keys(this.#changes).filter((file) => this.isChanged(file));
  }
  isChanged(file: string): boolean {
    const changes = this.#changes[file];
    return Boolean(
      changes &&
        (Object.keys(changes.fields).length > 0 || changes.steps || changes.text !== undefined),
    );
  }

  /** What a field is to be, changed or not. */
  valueOf(field: string): unknown {
    const { fields } = this.changes;
    return field in fields ? fields[field] : this.opened?.fields?.[field];
  }
  get steps(): readonly string[] {
    return this.changes.steps ?? this.opened?.steps ?? [];
  }
  get text(): string {
    return this.changes.text ?? this.opened?.text ?? '';
  }

  async begin(): Promise<void> {
    const reply = await this.#ask({ ask: 'stories' });
    if (!reply || !('stories' in reply)) return;
    this.stories = reply.stories;
    const [first] = reply.stories;
    const all = reply.stories.flatMap(({ file, files }) => [file, ...files]);
    const there = all.find((file) => markOf(file) === location.hash);
    await this.choose(there ?? first?.wrong?.file ?? first?.files[0] ?? first?.file ?? '');
  }

  async choose(file: string): Promise<void> {
    clearTimeout(this.#timer);
    const reply = await this.#ask({ ask: 'open', file });
    if (!reply || !('opened' in reply)) return;
    this.storyName =
      this.stories.find((one) => one.file === file || one.files.includes(file))?.name ?? '';
    this.file = file;
    // A reload, or a link to here, opens it again.
    if (location.hash !== markOf(file)) location.replace(markOf(file));
    this.opened = reply.opened;
    this.theirs = undefined;
    this.wrong = this.story?.wrong;
    this.standing = this.wrong ? 'wrong' : 'same';
    if (this.changed) await this.#try();
  }

  set(field: string, value: FieldValue, soon = false): void {
    const changes = this.#own();
    const was = this.opened?.fields?.[field];
    if (JSON.stringify(was ?? null) === JSON.stringify(value)) delete changes.fields[field];
    else changes.fields[field] = value;
    this.#later(soon);
  }

  setSteps(steps: readonly string[]): void {
    const same = JSON.stringify(steps) === JSON.stringify(this.opened?.steps);
    this.#own().steps = same ? undefined : [...steps];
    this.#later();
  }

  setText(text: string): void {
    const changes = this.#own();
    changes.text = text === this.opened?.text ? undefined : text;
    if (changes.text !== undefined) Object.assign(changes, { fields: {}, steps: undefined });
    this.#later();
  }

  #own(): Changes {
    this.#changes[this.file] ??= { fields: {}, steps: undefined, text: undefined };
    return this.#changes[this.file]!;
  }

  #later(soon = false): void {
    this.standing = 'waiting';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#try(), soon ? 0 : PAUSE);
  }

  #edits() {
    const { fields, steps, text } = $state.snapshot(this.changes);
    if (text !== undefined) return { text };
    return { fields, ...(steps && { steps: steps.filter((step) => step.trim() !== '') }) };
  }

  async #try(): Promise<void> {
    const turn = ++this.#turn;
    const { file } = this;
    const reply = await this.#ask({ ask: 'try', file, edits: this.#edits() });
    if (!reply || turn !== this.#turn || file !== this.file) return;
    if ('story' in reply) this.#take(reply.story, this.changed ? 'tried' : 'same');
    else if ('wrong' in reply) this.#refuse(reply.wrong);
  }

  async save(): Promise<void> {
    if (!this.opened || !this.changed) return;
    clearTimeout(this.#timer);
    this.#turn += 1;
    const { file } = this;
    this.standing = 'saving';
    const edits = this.#edits();
    const sent = JSON.stringify(edits);
    const reply = await this.#ask({ ask: 'save', file, version: this.opened.version, edits });
    if (!reply || file !== this.file) return;
    if ('changed' in reply) {
      this.theirs = reply.changed;
      this.standing = 'changed';
    } else if ('wrong' in reply) this.#refuse(reply.wrong);
    else if ('story' in reply && reply.saved) {
      // What was typed while it was being written is not saved yet.
      const typed = JSON.stringify(this.#edits()) !== sent;
      this.opened = reply.saved;
      if (!typed) delete this.#changes[file];
      this.#take(reply.story, 'saved');
      if (typed) this.#later();
    }
  }

  /** All changes to this file are forgotten. */
  async drop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#turn += 1;
    const { file } = this;
    delete this.#changes[file];
    this.theirs = undefined;
    const reply = await this.#ask({ ask: 'drop', file });
    if (reply && 'story' in reply) this.#take(reply.story, 'same');
    else if (reply && 'wrong' in reply) this.#refuse(reply.wrong);
    await this.choose(file);
  }

  /** What was changed both here and there: to keep it as it is here loses it as it is there. */
  get changedByBoth(): readonly string[] {
    const { theirs, opened } = this;
    const { fields, steps, text } = this.changes;
    if (!theirs) return [];
    if (text !== undefined) return ['the whole file'];
    const differ = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
    const named = Object.keys(fields).filter((field) =>
      differ(theirs.fields?.[field], opened?.fields?.[field]),
    );
    return [...named, ...(steps && differ(theirs.steps, opened?.steps) ? ['the steps'] : [])];
  }

  /** The other's file is the one that changes are made to from now on; what was changed here stays as it is here. */
  async takeTheirs(): Promise<void> {
    if (!this.theirs) return;
    this.opened = this.theirs;
    this.theirs = undefined;
    await this.#try();
  }

  /** The file may have been changed by another program. */
  async lookAgain(): Promise<void> {
    const { file, opened } = this;
    if (!opened || this.standing === 'saving') return;
    const reply = await this.#ask({ ask: 'open', file });
    if (!reply || !('opened' in reply) || file !== this.file || opened !== this.opened) return;
    if (reply.opened.version === opened.version) return;
    if (this.changed) {
      this.theirs = reply.opened;
      this.standing = 'changed';
      return;
    }
    this.opened = reply.opened;
    await this.#try();
  }

  #take(story: StudioStory, standing: Standing): void {
    this.stories = this.stories.map((one) => (one.name === story.name ? story : one));
    this.wrong = undefined;
    this.standing = standing;
  }

  #refuse(wrong: Wrong): void {
    this.wrong = wrong;
    this.standing = 'wrong';
  }

  async #ask(call: StudioCall): Promise<StudioReply | undefined> {
    try {
      const answer = await fetch(this.#address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [STUDIO_HEADER]: this.#token },
        body: JSON.stringify(call),
      });
      const reply = (await answer.json()) as StudioReply | { refused: string };
      this.refused = 'refused' in reply ? reply.refused : '';
      if (!('refused' in reply)) return reply;
    } catch {
      this.refused = 'The development server does not answer. Is `npm run dev` still running?';
    }
    this.standing = 'lost';
    return undefined;
  }
}
