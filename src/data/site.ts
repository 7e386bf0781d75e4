/** What metadata stands on, gathered from the settings and the words. */
import type { Theme } from '../config/themes/theme.ts';
import type { SiteFacts } from '../core/site/metadata/site.ts';
import { lookOf, looksAlike } from './palette.ts';
import { getChapters, getStory } from './story.ts';
import { wordingOf } from './wording.ts';

interface Site extends SiteFacts {
  /** The story's. */
  readonly look: Theme;
}

/** @param name the story's; the one at the root when absent */
export async function getSite(name?: string): Promise<Site> {
  const story = await getStory(name);
  const look = lookOf(story);
  return {
    site: import.meta.env.SITE,
    base: import.meta.env.BASE_URL,
    story,
    chapters: await getChapters(story.name),
    look,
    colour: look.palette.ground,
    light: look.light ?? false,
    icons: looksAlike(story, await getStory()) ? '' : story.path,
    poster: wordingOf(story.language).page.poster,
  };
}
