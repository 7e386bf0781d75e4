/**
 * What a frame and the page around it say to each other, by `postMessage`. Every
 * message is a plain object with `ballerina: 1` and a `kind`; what is not of a
 * shape listed here is ignored, so that kinds can be added. Pure.
 */

/** From the page to the frame. */
export type Command =
  | { readonly kind: 'play' }
  | { readonly kind: 'pause' }
  /** To a chapter's beginning; only frames of the whole story hold more than one. */
  | { readonly kind: 'goTo'; readonly chapter: string };

/** From the frame to the page. */
export type Report =
  /** What it shows needs this height, in CSS pixels. */
  | { readonly kind: 'height'; readonly value: number }
  /** It listens to commands now. */
  | ({ readonly kind: 'ready' } & ChapterNamed)
  /** Another chapter is danced. */
  | ({ readonly kind: 'chapter' } & ChapterNamed)
  | { readonly kind: 'play' }
  | { readonly kind: 'pause' };

interface ChapterNamed {
  /** Its slug. */
  readonly chapter: string;
  readonly title: string;
}

/** Heights a frame may ask for, in CSS pixels. */
const HEIGHT_RANGE = { least: 100, most: 5000 } as const;

/** The message that carries a command or a report. */
export function wrap<T extends Command | Report>(message: T): T & { readonly ballerina: 1 } {
  return { ballerina: 1, ...message };
}

/** @param data a message's data, from anyone; undefined unless it is a command */
export function parseCommand(data: unknown): Command | undefined {
  const { kind, chapter } = fields(data);
  if (kind === 'play' || kind === 'pause') return { kind };
  return kind === 'goTo' && isSlug(chapter) ? { kind, chapter } : undefined;
}

/** @param data a message's data, from anyone; undefined unless it is a report */
export function parseReport(data: unknown): Report | undefined {
  const { kind, value, chapter, title } = fields(data);
  if (kind === 'play' || kind === 'pause') return { kind };
  if (kind === 'height' && typeof value === 'number') {
    return value >= HEIGHT_RANGE.least && value <= HEIGHT_RANGE.most ? { kind, value } : undefined;
  }
  if ((kind === 'ready' || kind === 'chapter') && isSlug(chapter) && typeof title === 'string') {
    return { kind, chapter, title: title.slice(0, 200) };
  }
  return undefined;
}

/** Whether it has the shape of a chapter's slug. */
export function isSlug(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length < 80;
}

/** The fields of one of our messages; none of anything else. */
function fields(data: unknown): Readonly<Record<string, unknown>> {
  if (typeof data !== 'object' || data === null) return {};
  const record = data as Record<string, unknown>;
  return record['ballerina'] === 1 ? record : {};
}
