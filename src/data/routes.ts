/** Addresses that every story has, and every chapter of one: at the root for one story, in a folder for the others. */
import { looksAlike } from './palette.ts';
import { getChapters, getStories } from './story.ts';

/** A story's own, such as its feed. A page's parameter is absent at the root. */
export async function storyRoutes() {
  return (await getStories()).map(({ name, path }) => ({
    params: { story: path === '' ? undefined : name },
    props: { story: name },
  }));
}

/** The site's, and one for each story that looks otherwise. */
export async function iconRoutes() {
  const [root, ...more] = await getStories();
  const other = more.filter((story) => !looksAlike(story, root)).map(({ name }) => name);
  return (await storyRoutes()).filter(
    ({ props }) => props.story === root.name || other.includes(props.story),
  );
}

/** One for each chapter of every story. */
export async function chapterRoutes() {
  const routes = (await storyRoutes()).map(async ({ params, props }) =>
    (await getChapters(props.story)).map((chapter, index) => ({
      params: { ...params, slug: chapter.slug },
      props: { ...props, chapter, index },
    })),
  );
  return (await Promise.all(routes)).flat();
}
