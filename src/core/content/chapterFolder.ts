/** What may lie in the folder of chapters, and what an author would miss if it were passed over. Pure. */
import { ContentError } from './contentError.ts';

/** Pictures that chapters show. */
const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|tiff?|webp)$/i;
/** Left by editors and systems. */
const LITTER = /(?:^|\/)(?:\.|Thumbs\.db$|desktop\.ini$)|~$/i;

export interface ChapterFolder {
  /** Paths of the chapters' files, in the order of their names. */
  readonly chapters: readonly string[];
  /** Paths of all pictures. */
  readonly pictures: readonly string[];
}

/**
 * @param folder path shown in errors
 * @param files paths of all files in the folder, relative to it; undefined when there is no folder
 * @throws ContentError for a file that would not be read, and where there is no chapter at all
 */
export function sortFolder(folder: string, files: readonly string[] | undefined): ChapterFolder {
  const kept = (files ?? []).filter((file) => !LITTER.test(file)).sort();
  for (const file of kept) {
    const nested = file.includes('/');
    if (PICTURE.test(file) || (file.endsWith('.md') && !nested)) continue;
    const stem = file.slice(file.lastIndexOf('/') + 1).replace(/(?:\.\w+)+$/, '');
    throw new ContentError(`${folder}/${file}`, [
      {
        field: 'file name',
        found: file,
        expected: nested
          ? 'chapters are read from the folder itself, not from folders in it; only pictures may lie there'
          : 'only files that end in .md are read as chapters; beside them there may be pictures',
        example: `${folder}/${/^\d\d-[a-z0-9-]+$/.test(stem) ? stem : '03-john-wick'}.md`,
      },
    ]);
  }
  const paths = (test: (file: string) => boolean) =>
    kept.filter(test).map((file) => `${folder}/${file}`);
  const chapters = paths((file) => file.endsWith('.md'));
  if (chapters.length === 0) {
    throw new ContentError(folder, [
      {
        field: 'chapters',
        expected: files
          ? 'a story has at least one chapter, and the folder has none'
          : 'a story has at least one chapter, and there is no such folder',
        example: `${folder}/00-introduction.md`,
      },
    ]);
  }
  return { chapters, pictures: paths((file) => PICTURE.test(file)) };
}
