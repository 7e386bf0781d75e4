/** Medium's export: a page of HTML for every post, in a folder or an archive; or one such page. */
import type { Element, ElementContent, Root } from 'hast';
import type { Article, Dropped, Listed, Reader, Source, SourceFile } from '../article.ts';
import { beginningOf } from '../beginning.ts';
import { choose, type Named } from '../choose.ts';

const looksLikeOne = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder().decode(bytes);
  return /<article class="h-entry">/.test(text) && /<h1 class="p-name">/.test(text);
};

/** Posts, each with its own text. */
async function postsOf({ files }: Source): Promise<{ file: SourceFile; text: string }[]> {
  const posts: { file: SourceFile; text: string }[] = [];
  for (const file of files) {
    if (!/\.html?$/i.test(file.path) || !looksLikeOne(await beginningOf(file))) continue;
    posts.push({ file, text: new TextDecoder().decode(await file.bytes()) });
  }
  return posts;
}

interface Post extends Named {
  readonly file: SourceFile;
  readonly text: string;
}

async function listed(source: Source): Promise<Post[]> {
  const [{ textOf }, { fragmentOf }] = await Promise.all([
    import('../clean/text.ts'),
    import('../fragment.ts'),
  ]);
  const plain = (html: string | undefined): string =>
    textOf({ type: 'root', children: fragmentOf(html ?? '') });
  return (await postsOf(source)).map(({ file, text }) => {
    const name = file.path.replace(/^.*\/|\.html?$/gi, '');
    const address = /<a href="([^"]+)" class="p-canonical">/.exec(text)?.[1];
    const published = /<time class="dt-published" datetime="(\d{4}-\d\d-\d\d)/.exec(text)?.[1];
    return {
      file,
      text,
      // The last part of its name is the post's own number.
      id: /-([0-9a-f]{6,})$/.exec(name)?.[1] ?? name,
      title: plain(/<h1 class="p-name">([\s\S]*?)<\/h1>/.exec(text)?.[1]),
      ...(address && { address }),
      ...(published && { published }),
      draft: name.startsWith('draft_'),
    };
  });
}

async function* list(source: Source): AsyncGenerator<Listed> {
  for (const { file: _, text: __, ...post } of await listed(source)) yield post;
}

async function read(source: Source, wanted: string | undefined): Promise<Article> {
  const post = choose(source.name, await listed(source), wanted);
  const [{ classOf, element, isElement }, { textOf }, { fragmentOf }, { articleFromTree }, beside] =
    await Promise.all([
      import('../clean/elements.ts'),
      import('../clean/text.ts'),
      import('../fragment.ts'),
      import('../cleanTree.ts'),
      import('../beside.ts'),
    ]);
  const page: Root = { type: 'root', children: fragmentOf(post.text) };
  const facts = { author: '', subtitle: '' };
  const dropped: Dropped[] = [];
  let body: Element | undefined;

  const look = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      const field = child.properties['dataField'];
      if (field === 'body') body = child;
      // Where it is long, its end is cut off here.
      if (field === 'subtitle') facts.subtitle ||= textOf(child);
      if (classOf(child).includes('p-author')) facts.author = textOf(child);
      if (field !== 'body') look(child);
    }
  };
  look(page);

  let sections = 0;
  const arrange = (node: ElementContent): ElementContent[] => {
    if (!isElement(node)) return [node];
    const classes = classOf(node).split(' ');
    const is = (name: string) => classes.includes(name);
    // The line above every section but the first.
    if (node.tagName === 'hr' && is('section-divider')) {
      sections += 1;
      return sections > 1 ? [node] : [];
    }
    if (is('graf--title') && textOf(node) === post.title) return [];
    if (is('graf--subtitle')) {
      facts.subtitle = textOf(node);
      return [];
    }
    if (is('graf--mixtapeEmbed')) return [card(node)];
    return [{ ...node, children: node.children.flatMap(arrange) }];
  };
  const card = (node: Element): Element => {
    const link = node.children.find((child): child is Element => isElement(child, 'a'));
    const title = link?.children.find((child): child is Element => isElement(child, 'strong'));
    const rest = link?.children.filter((child) => child !== title) ?? [];
    const words = rest
      .map((one) => textOf([one]))
      .filter(Boolean)
      .join(' ');
    if (title && words)
      dropped.push({ words, reason: 'what a link’s card says of the page that it leads to' });
    return element('p', [
      element('a', title?.children ?? link?.children ?? [], { href: link?.properties['href'] }),
    ]);
  };

  const tree: Root = { type: 'root', children: (body?.children ?? []).flatMap(arrange) };
  const { title, address, published, draft } = post;
  return articleFromTree(tree, {
    ...(address && { base: address }),
    images: beside.imagesBeside(tree, source),
    dropped,
    warnings: draft ? ['In Medium this post is a draft.'] : [],
    facts: {
      ...(title && { title }),
      ...(facts.subtitle && { subtitle: facts.subtitle }),
      ...(facts.author && { author: facts.author }),
      ...(published && { published }),
      ...(address && { address }),
    },
  });
}

export const medium: Reader = {
  name: 'Medium export',
  recognises: async (source, beginning) =>
    looksLikeOne(beginning) || (source.files.length > 1 && (await postsOf(source)).length > 0),
  list,
  read,
};
