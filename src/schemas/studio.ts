/** What the studio's page and the development server say to each other. All of it is JSON. */
import { z } from 'astro/zod';
import type { Side } from './picture.ts';
import type { CueId, DanceId, SceneId, TransitionId } from './repertoire.ts';

const fieldValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()).readonly(),
  z.null(),
]);

/** What is changed in a file: fields, steps, or all of it as text. */
const edits = z.strictObject({
  /** By the names of fields; null takes one out. */
  fields: z.record(z.string(), fieldValue).optional(),
  /** All of the chapter's steps as they are to be; absent, they stay. */
  steps: z.array(z.string()).optional(),
  /** The whole file; then neither of the others counts. */
  text: z.string().optional(),
});
export type Edits = z.infer<typeof edits>;

export const studioCallSchema = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('stories') }),
  z.strictObject({ ask: z.literal('open'), file: z.string() }),
  /** Shows the file with these changes on the pages, and writes nothing. */
  z.strictObject({ ask: z.literal('try'), file: z.string(), edits }),
  /** Writes them; `version` is that of the file they were made to. */
  z.strictObject({ ask: z.literal('save'), file: z.string(), version: z.string(), edits }),
  /** Pages show the file as it is on the disk again. */
  z.strictObject({ ask: z.literal('drop'), file: z.string() }),
]);
export type StudioCall = z.infer<typeof studioCallSchema>;

/** Something wrong, as the build says it. */
export interface Wrong {
  readonly file: string;
  /** The build's whole message. */
  readonly message: string;
  readonly faults: readonly {
    readonly field: string;
    readonly line?: number | undefined;
    readonly expected: string;
    readonly example: string;
  }[];
}

/** A chapter as the stage is set for it now. */
export interface CastChapter {
  readonly file: string;
  readonly slug: string;
  readonly number?: number | undefined;
  readonly title: string;
  readonly shortTitle: string;
  readonly scene: SceneId;
  readonly dance: DanceId;
  readonly cue: CueId;
  readonly transition: TransitionId;
  readonly side: Side;
  /** What was chosen for it and why, and what the author may not have meant. */
  readonly remarks: readonly string[];
  readonly advice: readonly {
    readonly field?: string;
    readonly step?: number;
    readonly text: string;
  }[];
}

export interface StudioStory {
  readonly name: string;
  readonly title: string;
  /** The path under which its pages are. */
  readonly home: string;
  /** Path of its own file. */
  readonly file: string;
  /** Paths of its chapters' files. */
  readonly files: readonly string[];
  /** Empty where the story cannot be read. */
  readonly chapters: readonly CastChapter[];
  readonly wrong?: Wrong | undefined;
}

/** A file as it is on the disk. */
export interface OpenedFile {
  readonly file: string;
  /** Another one for any other content. */
  readonly version: string;
  readonly text: string;
  /** Absent where they cannot be read. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Of a chapter. */
  readonly steps?: readonly string[];
}

export type StudioReply =
  | { readonly stories: readonly StudioStory[] }
  | { readonly opened: OpenedFile }
  /** It would be built; `story` is how it would be staged. */
  | { readonly story: StudioStory; readonly saved?: OpenedFile }
  | { readonly wrong: Wrong }
  /** The file was changed by someone else since: nothing was written. */
  | { readonly changed: OpenedFile };
