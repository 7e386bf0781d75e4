/** What paragraphs and characters of Word's, LibreOffice's and pandoc's styles mean; numbers of headings are no text. */

const paragraphs = (names: readonly string[], as: string): string[] =>
  names.map((name) => `p[style-name='${name}'] => ${as}`);

/**
 * For mammoth; what is not named is a paragraph or an item, such as `Body Text` and `Compact`. Classes are signs for the
 * reader, and do not stay.
 */
export const STYLES: readonly string[] = [
  ...paragraphs(['Title'], 'p.title:fresh'),
  ...paragraphs(['Subtitle'], 'p.subtitle:fresh'),
  ...paragraphs(['Author'], 'p.author:fresh'),
  ...paragraphs(['Date'], 'p.date:fresh'),
  ...paragraphs(['TOC Heading', 'Contents Heading'], 'p.contents:fresh'),
  "p[style-name^='toc '] => p.contents:fresh",
  "p[style-name^='Contents '] => p.contents:fresh",
  ...paragraphs(
    ['caption', 'Image Caption', 'Table Caption', 'Illustration', 'Figure', 'Table', 'Drawing'],
    'p.caption:fresh',
  ),
  ...paragraphs(
    ['Quote', 'Intense Quote', 'Quotations', 'Block Text', 'Block Quotation'],
    'blockquote > p:fresh',
  ),
  ...paragraphs(['Pull Quote', 'Pullquote'], 'aside > p:fresh'),
  ...paragraphs(
    ['Preformatted Text', 'Source Code', 'HTML Preformatted', 'macro'],
    "pre:separator('\\n')",
  ),
  ...paragraphs(['Horizontal Line'], 'hr'),
  "r[style-name='Verbatim Char'] => code",
  "r[style-name='Source Text'] => code",
  "r[style-name='HTML Code'] => code",
  'u => u',
  'strike => s',
];
