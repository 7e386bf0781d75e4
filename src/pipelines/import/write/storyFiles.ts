/** A story as the texts of its files. Pure: the same story gives the same bytes. */
import { Document, isPair, isScalar, type Pair } from 'yaml';
import { CHAPTERS_FOLDER, STORY_FILE } from '../../../core/story/storyPlaces.ts';
import type { DraftedStory } from '../draftStory.ts';
import { printMarkdown } from './printMarkdown.ts';

/** Texts by their paths in the story's folder. */
export function storyTexts(story: DraftedStory): Map<string, string> {
  const texts = new Map<string, string>();
  const { fields, drafted, note, language } = story;
  texts.set(STORY_FILE, [frontMatter({ ...fields, ...listed(drafted) }), '', note, ''].join('\n'));
  for (const { file, fields: own, drafted: open, reason, steps, notes } of story.chapters)
    texts.set(
      `${CHAPTERS_FOLDER}/${file}`,
      [
        frontMatter({ ...own, ...listed(open) }, { before: 'scene', line: reason }),
        '',
        printMarkdown({ steps, notes, language }),
        '',
      ].join('\n'),
    );
  return texts;
}

const listed = (drafted: readonly string[]) =>
  drafted.length > 0 ? { drafted: [...drafted] } : {};

function frontMatter(
  fields: Readonly<Record<string, unknown>>,
  comment?: { before: string; line: string },
): string {
  const document = new Document(fields);
  const { contents } = document;
  if (contents && 'items' in contents)
    for (const item of contents.items as Pair[]) {
      if (!isPair(item) || !isScalar(item.key)) continue;
      if (comment && comment.line !== '' && item.key.value === comment.before)
        item.key.commentBefore = ` ${comment.line.replace(/\s+/g, ' ')}`;
      if (item.key.value === 'drafted' && item.value && typeof item.value === 'object')
        (item.value as { flow?: boolean }).flow = true;
    }
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}---`;
}
