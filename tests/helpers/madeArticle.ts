/** Articles that are made up as trees, and written in the forms in which articles come. */
import type { Source } from '../../src/pipelines/import/article.ts';
import { fileOf, sourceOf } from './source.ts';
import { zip } from './zip.ts';

/** Plain words with their marks; each holds a word of its own, such as `q7z`, by which it is known again. */
export type Sentence = string;

export type MadeBlock =
  | { readonly kind: 'paragraph' | 'quote'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'list' | 'steps'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'heading'; readonly sentences: readonly [Sentence] }
  /** Emphasis on the first, a link on the second, where there is one. */
  | { readonly kind: 'marked'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'table'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'picture'; readonly sentences: readonly [Sentence] }
  | { readonly kind: 'code'; readonly sentences: readonly [Sentence] }
  /** A note on it, whose words are the second. */
  | { readonly kind: 'noted'; readonly sentences: readonly [Sentence, Sentence] };

export interface MadeArticle {
  readonly title: Sentence;
  readonly blocks: readonly MadeBlock[];
}

const inHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const inAttribute = (text: string) => inHtml(text).replaceAll('"', '&quot;');
const noteOf = (sentence: Sentence) => /q\d+z/.exec(sentence)![0];

function blockHtml({ kind, sentences }: MadeBlock): string {
  const all = sentences.map(inHtml);
  const items = () => all.map((one) => `<li>${one}</li>`).join('');
  switch (kind) {
    case 'paragraph':
      return `<p>${all.join(' ')}</p>`;
    case 'quote':
      return `<blockquote><p>${all.join(' ')}</p></blockquote>`;
    case 'list':
      return `<ul>${items()}</ul>`;
    case 'steps':
      return `<ol>${items()}</ol>`;
    case 'heading':
      return `<h2>${all[0]}</h2>`;
    case 'marked': {
      const [first, second, ...rest] = all;
      const link =
        second === undefined ? [] : [`<a href="https://films.example/a_b">${second}</a>`];
      return `<p>${[`<em>${first}</em>`, ...link, ...rest].join(' ')}</p>`;
    }
    case 'table':
      return `<table><tbody>${all.map((one) => `<tr><td>${one}</td><td>1</td></tr>`).join('')}</tbody></table>`;
    case 'picture':
      return `<figure><img src="shoe.png" alt="A red shoe"><figcaption>${all[0]}</figcaption></figure>`;
    case 'code':
      return `<pre><code>${all[0]}</code></pre>`;
    case 'noted': {
      const id = noteOf(sentences[1]);
      return `<p>${all[0]}<sup><a href="#fn-${id}" id="ref-${id}">*</a></sup></p>`;
    }
  }
}

const notes = ({ blocks }: MadeArticle): Sentence[] =>
  blocks.flatMap((block) => (block.kind === 'noted' ? [block.sentences[1]] : []));

function bodyHtml(article: MadeArticle): string {
  const list = notes(article).map((note) => {
    const id = noteOf(note);
    return `<li id="fn-${id}"><p>${inHtml(note)} <a href="#ref-${id}">↩</a></p></li>`;
  });
  const below = list.length > 0 ? `<hr><ol class="footnotes">${list.join('')}</ol>` : '';
  return article.blocks.map(blockHtml).join('\n') + below;
}

/** Signs that mean something to Markdown. */
const inMarkdown = (text: string) =>
  text.replace(/[\\`*_[\]<>#&~|]/g, '\\$&').replace(/^(\d+)\./, '$1\\.');

function blockMarkdown({ kind, sentences }: MadeBlock): string {
  const all = sentences.map(inMarkdown);
  switch (kind) {
    case 'paragraph':
      return all.join(' ');
    case 'quote':
      return `> ${all.join(' ')}`;
    case 'list':
      return all.map((one) => `- ${one}`).join('\n');
    case 'steps':
      return all.map((one, at) => `${at + 1}. ${one}`).join('\n');
    case 'heading':
      return `## ${all[0]}`;
    case 'marked': {
      const [first, second, ...rest] = all;
      const link = second === undefined ? [] : [`[${second}](https://films.example/a_b)`];
      return [`*${first}*`, ...link, ...rest].join(' ');
    }
    case 'table':
      return ['| Of | Which |', '| --- | ---: |', ...all.map((one) => `| ${one} | 1 |`)].join('\n');
    case 'picture':
      return `![A red shoe](shoe.png)\n\n*${all[0]}*`;
    case 'code':
      return `\`\`\`\n${sentences[0]}\n\`\`\``;
    case 'noted': {
      const id = noteOf(sentences[1]);
      return `${all[0]}[^${id}]\n\n[^${id}]: ${all[1]}`;
    }
  }
}

/** Plain text has no notes, and no tables: those are lines of it. */
function blockText({ kind, sentences }: MadeBlock): string {
  switch (kind) {
    case 'list':
      return sentences.map((one) => `• ${one}`).join('\n');
    case 'heading':
      return sentences[0];
    case 'table':
      return sentences.join('\n\n');
    default:
      return sentences.join(' ');
  }
}

/** A paragraph in WordPress's classic editor is a line. */
const blockClassic = (block: MadeBlock): string =>
  block.kind === 'paragraph'
    ? block.sentences.map(inHtml).join(' ')
    : blockHtml(block).replace(/^<p>|<\/p>$/g, '');

const WORDPRESS_BLOCKS: Readonly<Record<MadeBlock['kind'], string>> = {
  paragraph: 'paragraph',
  quote: 'quote',
  list: 'list',
  steps: 'list {"ordered":true}',
  heading: 'heading',
  marked: 'paragraph',
  table: 'table',
  picture: 'image',
  code: 'code',
  noted: 'paragraph',
};
const blockOfWordpress = (block: MadeBlock): string => {
  const [name, ...more] = WORDPRESS_BLOCKS[block.kind].split(' ');
  return `<!-- wp:${[name, ...more].join(' ')} -->\n${blockHtml(block)}\n<!-- /wp:${name} -->`;
};

const wxr = ({ title }: MadeArticle, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>
<item><title>${inHtml(title)}</title><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>3</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`;

const withoutNotes = (article: MadeArticle): MadeArticle => ({
  ...article,
  blocks: article.blocks.map((block) =>
    block.kind === 'noted' ? { kind: 'paragraph', sentences: block.sentences } : block,
  ),
});

const lexicalText = (text: string, format = 0) => ({
  type: 'extended-text',
  version: 1,
  text,
  format,
});
function lexicalNode({ kind, sentences }: MadeBlock): object {
  const text = sentences.join(' ');
  switch (kind) {
    case 'heading':
      return { type: 'extended-heading', tag: 'h2', version: 1, children: [lexicalText(text)] };
    case 'quote':
      return { type: 'extended-quote', version: 1, children: [lexicalText(text)] };
    case 'list':
    case 'steps':
      return {
        type: 'list',
        version: 1,
        listType: kind === 'list' ? 'bullet' : 'number',
        tag: kind === 'list' ? 'ul' : 'ol',
        start: 1,
        children: sentences.map((one, at) => ({
          type: 'listitem',
          version: 1,
          value: at + 1,
          children: [lexicalText(one)],
        })),
      };
    case 'code':
      return { type: 'codeblock', version: 1, code: text, language: '', caption: '' };
    case 'table':
    case 'picture':
      return { type: 'html', version: 1, html: blockHtml({ kind, sentences } as MadeBlock) };
    case 'marked':
      return {
        type: 'paragraph',
        version: 1,
        children: sentences.map((one, at) =>
          lexicalText(at === 0 ? `${one} ` : `${one} `, at === 0 ? 2 : 0),
        ),
      };
    default:
      return { type: 'paragraph', version: 1, children: [lexicalText(text)] };
  }
}

const ghost = (article: MadeArticle): string =>
  JSON.stringify({
    db: [
      {
        meta: { version: '5.87.0' },
        data: {
          posts: [
            {
              id: '1',
              title: article.title,
              slug: 'a',
              type: 'post',
              status: 'published',
              visibility: 'public',
              html: null,
              mobiledoc: null,
              lexical: JSON.stringify({
                root: { type: 'root', version: 1, children: article.blocks.map(lexicalNode) },
              }),
            },
          ],
          posts_authors: [],
          posts_meta: [],
          posts_tags: [],
          tags: [],
          users: [],
          settings: [],
        },
      },
    ],
  });

const KIND = 'http://schemas.google.com/g/2005#kind';
const blogger = (article: MadeArticle): string =>
  `<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-1.archive</id><title type='text'>Dance</title><generator version='7.00' uri='http://www.blogger.com'>Blogger</generator>
<entry><id>tag:blogger.com,1999:blog-1.post-2</id><published>2016-05-07T10:00:00.001+02:00</published><category scheme='${KIND}' term='http://schemas.google.com/blogger/2008/kind#post'/><title type='text'>${inHtml(article.title)}</title><content type='html'>${inHtml(bodyHtml(article))}</content></entry></feed>`;

const epub = (article: MadeArticle): Uint8Array =>
  zip([
    { path: 'mimetype', content: 'application/epub+zip' },
    {
      path: 'META-INF/container.xml',
      content:
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    },
    {
      path: 'book.opf',
      content: `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0"><metadata><dc:title>${inHtml(article.title)}</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
    },
    {
      path: 'a.xhtml',
      content: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>a</title></head><body>${bodyHtml(article).replace(/<(hr|img)([^>]*)>/g, '<$1$2/>')}</body></html>`,
    },
  ]);

/** By form: the article as its source, and as its source has it. */
export const FORMS: Readonly<
  Record<string, (article: MadeArticle) => { readonly source: Source; readonly holds: MadeArticle }>
> = {
  text: (article) => {
    const holds = withoutNotes(article);
    return {
      holds,
      source: sourceOf('a.txt', `${[holds.title, ...holds.blocks.map(blockText)].join('\n\n')}\n`),
    };
  },
  Markdown: (article) => ({
    holds: article,
    source: sourceOf(
      'a.md',
      [`# ${inMarkdown(article.title)}`, ...article.blocks.map(blockMarkdown)].join('\n\n'),
    ),
  }),
  'copied HTML': (article) => ({
    holds: article,
    source: sourceOf('a.html', `<h1>${inHtml(article.title)}</h1>${bodyHtml(article)}`),
  }),
  'a saved page': (article) => ({
    holds: article,
    source: {
      name: 'a.html',
      files: [
        fileOf(
          'a.html',
          `<!doctype html><html lang="en"><head><title>${inAttribute(article.title)}</title></head><body><article><h1>${inHtml(article.title)}</h1>${bodyHtml(article)}</article></body></html>`,
        ),
      ],
    },
  }),
  'blocks of WordPress': (article) => {
    const holds = withoutNotes(article);
    return {
      holds,
      source: sourceOf('a.xml', wxr(holds, holds.blocks.map(blockOfWordpress).join('\n\n'))),
    };
  },
  'a classic post of WordPress': (article) => {
    const holds = withoutNotes(article);
    return {
      holds,
      source: sourceOf('a.xml', wxr(holds, holds.blocks.map(blockClassic).join('\n\n'))),
    };
  },
  Ghost: (article) => {
    const holds = withoutNotes(article);
    return { holds, source: sourceOf('a.json', ghost(holds)) };
  },
  Blogger: (article) => ({ holds: article, source: sourceOf('a.xml', blogger(article)) }),
  EPUB: (article) => ({ holds: article, source: sourceOf('a.epub', epub(article)) }),
};
