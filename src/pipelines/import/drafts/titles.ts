/** Titles, long and short, in the author's words. Pure. */
import type { Heading } from '../headings.ts';
import { oneLine } from '../sentences.ts';
import { lengthen, shorten } from './shorten.ts';

/** What the schemas allow. */
const LONGEST = { story: 60, subtitle: 140, chapter: 90, short: 24 } as const;

export interface StoryTitle {
  readonly title: string;
  /** What stood behind the title's colon, or could not be in it. */
  readonly subtitle?: string;
  readonly drafted: boolean;
}

/** A title as a cover has room for it: what follows its colon is the line below. */
export function storyTitle(full: string): StoryTitle {
  const text = oneLine(full);
  if (text.length <= LONGEST.story && !/[:–—|]\s/.test(text))
    return { title: lengthen(text, 3), drafted: [...text].length < 3 };
  const parts = /^(?<first>.{3,60}?)(?<mark>\s*[:–—|]|[?!])\s+(?<rest>.{3,})$/u.exec(text)?.groups;
  const first =
    parts && `${parts['first']!.trim()}${/[?!]/.test(parts['mark']!) ? parts['mark'] : ''}`;
  if (
    parts &&
    [...first!].length >= 3 &&
    [...parts['rest']!.trim()].length >= 3 &&
    first!.length <= LONGEST.story &&
    parts['rest']!.length <= LONGEST.subtitle
  )
    return { title: first!, subtitle: parts['rest']!, drafted: true };
  if (text.length <= LONGEST.story) return { title: text, drafted: false };
  return {
    title: shorten(text, LONGEST.story),
    subtitle: shorten(text, LONGEST.subtitle),
    drafted: true,
  };
}

export interface ChapterTitle {
  readonly title: string;
  /** Whether the heading is too long to be the title, and has to stand in the words. */
  readonly cut: boolean;
  /** Words of the heading that the title has not: its number, `Introduction:`. */
  readonly label: string;
}

/**
 * @param numbered whether the heading's number is the chapter's place, and so is shown with it
 */
export function chapterTitle(heading: Heading, numbered: boolean): ChapterTitle {
  const { title: rest, text, part, number } = heading;
  const shownNumber = number !== undefined && numbered;
  const leave = rest !== '' && (number === undefined ? part !== undefined : shownNumber);
  // A label behind a number, "10. Conclusion: …", stays with the title.
  const words = oneLine(leave ? rest : text);
  const long = [...words].length < 3 ? oneLine(text) : words;
  const label =
    long === words && leave
      ? oneLine(text)
          .slice(0, oneLine(text).length - words.length)
          .trim()
      : '';
  if ([...long].length < 3) return { title: lengthen(long, 3), cut: false, label };
  return long.length <= LONGEST.chapter
    ? { title: long, cut: false, label }
    : { title: shorten(long, LONGEST.chapter), cut: true, label };
}

/** Words that no short title ends with. */
const LOOSE =
  /(?:\s+(?:a|an|and|as|at|but|by|de|der|die|das|des|du|el|en|et|for|from|in|is|la|le|les|of|on|or|the|to|und|vs|vs\.|with|y))+$/i;

/**
 * @param label what the heading said before its title, such as `Introduction:`
 * @param name the story's title, which is no name of a chapter
 */
export function shortTitle(title: string, label: string, name: string): string {
  if (title.length <= LONGEST.short) return title;
  const said = label.replace(/^[#№([]?\d+\s?[.):\]–—-]+\s*|[\s:.–—-]+$/g, '');
  if (/\p{L}{3}/u.test(said) && said.length <= LONGEST.short) return said;
  const parts = title
    .split(/\s*[:–—|?!;]\s*|,\s+/)
    .map((part) => part.trim())
    .filter((part) => part.length >= 3 && part.toLowerCase() !== name.toLowerCase());
  const fitting = parts.find((part) => part.length <= LONGEST.short);
  if (fitting) return fitting;
  const first = (parts[0] ?? title).replace(/^(?:the|a|an)\s+(?=.{12})/i, '');
  if (first.length <= LONGEST.short) return first;
  const room = first.slice(0, LONGEST.short + 1);
  const space = room.lastIndexOf(' ');
  const words =
    space > 4
      ? room
          .slice(0, space)
          .replace(LOOSE, '')
          .replace(/[\s,;:–—-]+$/, '')
      : '';
  return words.length >= 3 ? words : `${[...first].slice(0, 22).join('').slice(0, 23)}…`;
}

/** A title for a chapter that has none: the beginning of its first sentence. */
export function titleFromWords(sentence: string | undefined, fallback: string): string {
  if (sentence === undefined || !/[\p{L}\p{N}]/u.test(sentence)) return lengthen(fallback, 3);
  const plain = oneLine(sentence).replace(/[.!…。]+["”’»]?$/u, '');
  const clause = /^.{12,48}?(?=[,;:–—(]|\s[–—-]\s)/u.exec(plain)?.[0];
  const title = clause && plain.length > 60 ? clause.trim() : shorten(plain, 60);
  return lengthen([...title].length >= 3 ? title : fallback, 3);
}
