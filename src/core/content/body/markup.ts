/** The HTML that an author has written among Markdown, tag by tag: a tag that is no whole one takes words with it. Pure. */
import { Tokenizer } from 'parse5';
import type { ContentFault } from '../contentError.ts';
import { ELEMENTS, forbiddenElement } from './policy.ts';

/** Faults of HTML after which words are not shown, by the parser's own name of each. */
const LOSSES: Readonly<Record<string, string>> = {
  'eof-in-tag': 'the tag is not closed: its > is missing',
  'eof-before-tag-name': 'the tag is not closed: its > is missing',
  'eof-in-comment': 'the comment is not closed, and what follows it would not be shown',
  'abrupt-closing-of-empty-comment':
    'the comment ends at once, and what is meant to be in it would be shown',
  'incorrectly-closed-comment': 'a comment ends with -->, and what follows would be shown',
  'cdata-in-html-content': 'it would not be shown; a sign < is written &lt;',
  'incorrectly-opened-comment': 'it would not be shown; a sign < is written &lt;',
  'unexpected-question-mark-instead-of-tag-name': 'it would not be shown; a sign < is written &lt;',
  'duplicate-attribute': 'an attribute is given twice, and one would be lost',
};

const VOID = ['br', 'col', 'hr', 'img', 'input', 'wbr'];

/**
 * @param html as written, whole tags or a part of them
 * @param line of the file in which it begins
 */
export function checkMarkup(html: string, line: number): ContentFault[] {
  const faults: ContentFault[] = [];
  let silent = false;
  const fault = (at: number, found: string, expected: string, example: string) => {
    if (!silent) faults.push({ field: 'HTML', line: line + at - 1, found, expected, example });
  };
  const ignore = () => {};
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onParseError: ({ code, startLine, startOffset }) => {
        const expected = LOSSES[code];
        if (!expected) return;
        const comment = code === 'eof-in-comment';
        const from = comment
          ? html.lastIndexOf('<!--')
          : code.startsWith('eof')
            ? html.lastIndexOf('<')
            : html.lastIndexOf('<', startOffset);
        const at = code.startsWith('eof') ? html.slice(0, from).split('\n').length : startLine;
        fault(
          at,
          html.slice(from, from + 40),
          expected,
          comment ? '<!-- a note -->' : '<b>words</b>',
        );
      },
      onStartTag: ({ tagName, selfClosing, location }) => {
        const at = location?.startLine ?? 1;
        if (!ELEMENTS.includes(tagName)) {
          if (!silent) faults.push(forbiddenElement(tagName, line + at - 1));
          // What it holds may be no markup at all.
          silent = true;
        } else if (selfClosing && !VOID.includes(tagName)) {
          fault(
            at,
            `<${tagName}/>`,
            `${tagName} does not close itself: all that follows would be in it`,
            `<${tagName}></${tagName}>`,
          );
        }
      },
      onDoctype: ({ location }) =>
        fault(
          location?.startLine ?? 1,
          '<!doctype>',
          'a chapter is a part of a page',
          'Plain words.',
        ),
      onEndTag: ignore,
      onComment: ignore,
      onCharacter: ignore,
      onNullCharacter: ignore,
      onWhitespaceCharacter: ignore,
      onEof: ignore,
    },
  );
  tokenizer.write(html, true);
  return faults;
}
