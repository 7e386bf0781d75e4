/** The studio's desk: opens chapters' files, tries changes on the pages, and writes what would be built. */
import { createHash } from 'node:crypto';
import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { adviceOn } from '../../core/authoring/advice.ts';
import { cutSteps, joinSteps } from '../../core/content/body/stepSources.ts';
import { ContentError } from '../../core/content/contentError.ts';
import { decodeText } from '../../core/content/decodeText.ts';
import { editFields } from '../../core/content/editFields.ts';
import { frontMatterOf, splitFrontMatter } from '../../core/content/frontMatter.ts';
import { withBase } from '../../core/site/address.ts';
import { CHAPTERS_FOLDER, STORY_FILE, type StoryPlace } from '../../core/story/storyPlaces.ts';
import { listFiles, readText } from '../../data/files.ts';
import { findStories } from '../../data/findStories.ts';
import { type Project, readStory } from '../../data/readStory.ts';
import { workshop } from '../../data/workshop.ts';
import { CHAPTER_EXAMPLES } from '../../schemas/chapter.ts';
import { STORY_EXAMPLES } from '../../schemas/story.ts';
import type {
  CastChapter,
  Edits,
  OpenedFile,
  StudioCall,
  StudioReply,
  StudioStory,
  Wrong,
} from '../../schemas/studio.ts';

interface DeskOptions extends Project {
  /** Folders of further stories. */
  readonly further: readonly string[];
  /** Has the pages read a file again; a path below the root. */
  readonly onChange: (file: string) => void;
}

interface Known {
  readonly place: StoryPlace;
  readonly file: string;
}

export class Desk {
  readonly #options: DeskOptions;
  /** One after the other: two saves do not cross. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** @throws Error for a file that is no story's */
  answer(call: StudioCall): Promise<StudioReply> {
    const reply = this.#last.then(() => this.#answer(call));
    this.#last = reply.catch(() => {});
    return reply;
  }

  async #answer(call: StudioCall): Promise<StudioReply> {
    if (call.ask === 'stories') {
      // The studio was opened anew: nothing is tried yet.
      for (const file of [...workshop.drafts.keys()]) {
        workshop.drafts.delete(file);
        this.#options.onChange(file);
      }
      return { stories: await this.#stories() };
    }
    const known = await this.#find(call.file);
    switch (call.ask) {
      case 'open':
        return { opened: await this.#open(known) };
      case 'try':
        return this.#try(known, call.edits);
      case 'save':
        return this.#save(known, call.version, call.edits);
      case 'drop':
        this.#show(known, undefined);
        return this.#judge(known);
    }
  }

  #places(): readonly StoryPlace[] {
    return findStories(this.#options.root, this.#options.further);
  }

  async #stories(): Promise<StudioStory[]> {
    return Promise.all(
      this.#places().map(async (place) => {
        const judged = await this.#staged(place);
        return 'wrong' in judged ? this.#broken(place, judged.wrong) : judged.story;
      }),
    );
  }

  async #broken(place: StoryPlace, wrong: Wrong): Promise<StudioStory> {
    return { ...(await this.#facts(place)), chapters: [], wrong };
  }

  async #facts(place: StoryPlace) {
    const { name, folder, story } = place;
    return {
      name,
      title: story.title,
      home: withBase(this.#options.base, place.path),
      file: `${folder}/${STORY_FILE}`,
      files: await this.#chapterFiles(place),
    };
  }

  async #chapterFiles({ folder }: StoryPlace): Promise<string[]> {
    const inside = `${folder}/${CHAPTERS_FOLDER}`;
    const names = (await listFiles(this.#options.root, inside)) ?? [];
    return names
      .filter((name) => /^[^./][^/]*\.md$/.test(name))
      .sort()
      .map((name) => `${inside}/${name}`);
  }

  /** Only what is listed: no path that someone sends is ever put together with another. */
  async #find(file: string): Promise<Known> {
    for (const place of this.#places()) {
      const files = [`${place.folder}/${STORY_FILE}`, ...(await this.#chapterFiles(place))];
      if (files.includes(file)) return { place, file };
    }
    throw new Error(`${file} is no file of a story`);
  }

  async #bytes({ file }: Known): Promise<Buffer> {
    return readFile(path.join(this.#options.root, file));
  }

  async #open(known: Known): Promise<OpenedFile> {
    const bytes = await this.#bytes(known);
    return openedFile(known.file, bytes);
  }

  async #try(known: Known, edits: Edits): Promise<StudioReply> {
    const text = edited(known.file, (await this.#bytes(known)).toString('utf8'), edits);
    const judged = await this.#judge(known, text);
    if ('story' in judged) this.#show(known, decodeText(known.file, Buffer.from(text)));
    return judged;
  }

  async #save(known: Known, version: string, edits: Edits): Promise<StudioReply> {
    const bytes = await this.#bytes(known);
    if (versionOf(bytes) !== version) return { changed: openedFile(known.file, bytes) };
    const text = edited(known.file, bytes.toString('utf8'), edits);
    const judged = await this.#judge(known, text);
    if ('wrong' in judged) return judged;
    const file = await realpath(path.join(this.#options.root, known.file));
    const now = await this.#bytes(known);
    if (versionOf(now) !== version) return { changed: openedFile(known.file, now) };
    await writeWhole(file, text);
    this.#show(known, undefined);
    return { story: judged.story, saved: openedFile(known.file, Buffer.from(text)) };
  }

  /** What pages show of a file: a text that is tried, or what is on the disk. */
  #show({ file }: Known, text: string | undefined): void {
    if (text === undefined) workshop.drafts.delete(file);
    else workshop.drafts.set(file, text);
    this.#options.onChange(file);
  }

  #judge({ place, file }: Known, text?: string) {
    return this.#staged(place, text === undefined ? undefined : { file, text });
  }

  /** The story with one file as it is to be: staged, or the build's error. */
  async #staged(
    place: StoryPlace,
    other?: { readonly file: string; readonly text: string },
  ): Promise<{ readonly story: StudioStory } | { readonly wrong: Wrong }> {
    const { root } = this.#options;
    try {
      const read = await readStory(this.#options, place, (file, what) =>
        file === other?.file
          ? decodeText(file, Buffer.from(other.text))
          : readText(root, file, what),
      );
      const remarks = [...read.chosen, ...read.doubts];
      const chapters = read.chapters.map((chapter, at): CastChapter => {
        const { file, slug, number, title, shortTitle, scene, dance, cue, transition, side } =
          chapter;
        return {
          ...{ file, slug, number, title, shortTitle, scene, dance, cue, transition, side },
          remarks: remarks.flatMap((line) =>
            line.startsWith(`${slug}: `) ? [line.slice(slug.length + 2)] : [],
          ),
          advice: adviceOn({ ...chapter, body: read.bodies[at]! }),
        };
      });
      return { story: { ...(await this.#facts(place)), title: read.story.title, chapters } };
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      const { file, message, faults } = error;
      return { wrong: { file, message, faults } };
    }
  }
}

const versionOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const isStory = (file: string): boolean => path.posix.basename(file) === STORY_FILE;
const examplesOf = (file: string) => (isStory(file) ? STORY_EXAMPLES : CHAPTER_EXAMPLES);

function openedFile(file: string, bytes: Uint8Array): OpenedFile {
  const text = Buffer.from(bytes).toString('utf8');
  const opened = { file, version: versionOf(bytes), text };
  try {
    const decoded = decodeText(file, bytes);
    const { data } = splitFrontMatter(file, decoded, examplesOf(file));
    const steps = isStory(file) ? undefined : cutSteps(bodyOf(decoded)).steps;
    return { ...opened, fields: data, ...(steps && { steps }) };
  } catch (error) {
    if (error instanceof ContentError) return opened;
    throw error;
  }
}

const bodyOf = (text: string): string => text.slice(frontMatterOf(text)?.end ?? 0);

/** A file's text with changes made to it, its lines ended as they were. */
function edited(file: string, text: string, { fields = {}, steps, text: whole }: Edits): string {
  if (whole !== undefined) return whole;
  const withFields = editFields(text, fields, Object.keys(examplesOf(file)));
  if (!steps) return withFields;
  const crlf = withFields.includes('\r\n');
  const lines = withFields.replaceAll('\r\n', '\n');
  const body = bodyOf(lines);
  const cut = cutSteps(body);
  if (JSON.stringify(cut.steps) === JSON.stringify(steps)) return withFields;
  const head = lines.slice(0, lines.length - body.length);
  const joined = head + joinSteps(steps, cut.seams);
  return crlf ? joined.replaceAll('\n', '\r\n') : joined;
}

/** Writes a file whole or not at all, with the rights that it had. */
async function writeWhole(file: string, text: string): Promise<void> {
  // Begins with a dot: what lies in a chapters' folder under such a name is passed over.
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  try {
    const { mode } = await stat(file);
    await writeFile(beside, text, { mode, flag: 'wx' });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
