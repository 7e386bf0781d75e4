/** A large blog's export, the same bytes every time. */
import { random } from '../../../src/core/maths/chance.ts';

const WORDS =
  'she turns on the pointe and the knife turns with her while the house holds its breath – a “quiet” hand, Łódź by night, one red shoe'.split(
    ' ',
  );

export const POSTS = 2000;
/** Bytes of a post, about. */
const LENGTH = 52_000;

/** @returns the export in pieces: blocks and classic posts, pictures and captions, in turn */
export function* makeExport(): Generator<string> {
  const chance = random(7);
  const words = (count: number): string =>
    Array.from({ length: count }, () => WORDS[Math.floor(chance() * WORDS.length)]).join(' ');
  const sentence = (): string => `${words(8 + Math.floor(chance() * 14))}.`;
  const paragraph = (): string => `${sentence()} ${sentence()} <em>${words(4)}</em> ${sentence()}`;
  const picture = (post: number): string =>
    `<img src="https://dance.example/uploads/${post}-640x480.jpg" alt="${words(5)}" />`;

  yield `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>A blog</title><link>https://dance.example</link><language>en-US</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login><![CDATA[critic]]></wp:author_login><wp:author_display_name><![CDATA[A. Critic]]></wp:author_display_name></wp:author>
`;
  for (let post = 1; post <= POSTS; post++) {
    let content = '';
    while (Buffer.byteLength(content) < LENGTH)
      content +=
        post % 2
          ? `<!-- wp:paragraph -->\n<p>${paragraph()}</p>\n<!-- /wp:paragraph -->\n\n` +
            (chance() < 0.1
              ? `<!-- wp:image -->\n<figure class="wp-block-image">${picture(post)}<figcaption>${sentence()}</figcaption></figure>\n<!-- /wp:image -->\n\n`
              : '')
          : `${paragraph()}\n\n${chance() < 0.1 ? `[caption width="640"]${picture(post)} ${sentence()}[/caption]\n\n` : ''}`;
    yield `<item><title><![CDATA[The ${post}th night]]></title><link>https://dance.example/${post}/</link><pubDate>Mon, 30 Nov 2020 10:00:00 +0000</pubDate><dc:creator><![CDATA[critic]]></dc:creator><guid isPermaLink="false">https://dance.example/?p=${post}</guid><description></description><content:encoded><![CDATA[${content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>${post}</wp:post_id><wp:post_date><![CDATA[2020-11-30 10:00:00]]></wp:post_date><wp:post_name><![CDATA[night-${post}]]></wp:post_name><wp:status><![CDATA[publish]]></wp:status><wp:post_parent>0</wp:post_parent><wp:post_type><![CDATA[post]]></wp:post_type><wp:post_password><![CDATA[]]></wp:post_password><wp:postmeta><wp:meta_key><![CDATA[_edit_last]]></wp:meta_key><wp:meta_value><![CDATA[1]]></wp:meta_value></wp:postmeta></item>
`;
  }
  yield '</channel></rss>\n';
}
