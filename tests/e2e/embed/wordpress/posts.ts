/** Posts as bloggers write them, in the markup that the editor keeps. */

/** An embed block: what a link pasted on its own line becomes. */
export function embedBlock(address: string, align?: 'wide' | 'full' | 'left'): string {
  const fields = { url: address, type: 'rich', providerNameSlug: 'story', ...(align && { align }) };
  const classes = ['wp-block-embed', align && `align${align}`, 'is-type-rich', 'is-provider-story'];
  return block(
    'embed',
    `<figure class="${classes.filter(Boolean).join(' ')}"><div class="wp-block-embed__wrapper">\n${address}\n</div></figure>`,
    fields,
  );
}

export function paragraph(text: string): string {
  return block('paragraph', `<p>${text}</p>`);
}

export function htmlBlock(html: string): string {
  return block('html', html);
}

/** A Details block, closed; WordPress before 6.3 knows it not, and prints what it holds. */
export function details(summary: string, content: string): string {
  return block(
    'details',
    `<details class="wp-block-details"><summary>${summary}</summary>${content}</details>`,
  );
}

export function columns(...contents: readonly string[]): string {
  const each = contents.map((content) =>
    block('column', `<div class="wp-block-column">${content}</div>`),
  );
  return block('columns', `<div class="wp-block-columns">${each.join('\n')}</div>`);
}

/** A group: a row, or as wide as the window. */
export function group(kind: 'row' | 'full', content: string): string {
  const row = kind === 'row';
  const fields = row ? { layout: { type: 'flex', flexWrap: 'nowrap' } } : { align: 'full' };
  const classes = row ? 'wp-block-group' : 'wp-block-group alignfull';
  return block('group', `<div class="${classes}">${content}</div>`, fields);
}

export function rssBlock(feed: string, items: number): string {
  return `<!-- wp:rss ${JSON.stringify({ feedURL: feed, itemsToShow: items })} /-->`;
}

function block(name: string, content: string, fields?: object): string {
  const head = fields ? `${name} ${JSON.stringify(fields)}` : name;
  return `<!-- wp:${head} -->\n${content}\n<!-- /wp:${name} -->`;
}
