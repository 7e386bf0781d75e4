/** What metadata stands on, gathered from the settings and the words. */
import type { SiteFacts } from '../core/site/metadata/site.ts';
import { paletteOf } from './palette.ts';
import { getChapters, getStory } from './story.ts';
import { wordingOf } from './wording.ts';

/** @param name the story's; the one at the root when absent */
export async function getSite(name?: string): Promise<SiteFacts> {
  const story = await getStory(name);
  return {
    site: import.meta.env.SITE,
    base: import.meta.env.BASE_URL,
    story,
    chapters: await getChapters(story.name),
    colour: paletteOf(story).ground,
    poster: wordingOf(story.language).page.poster,
  };
}
