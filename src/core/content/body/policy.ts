/**
 * What a body may hold. Words and their markup may; what runs, draws, asks
 * something of another host or changes the page around may not, and is told
 * to the author instead of being dropped: hast-util-sanitize judges each
 * element, and what it would change is a fault.
 */
import type { Element, Nodes, Properties } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { visit } from 'unist-util-visit';
import type { ContentFault } from '../contentError.ts';

const SECTIONS = ['aside', 'div', 'figcaption', 'figure', 'p', 'pre', 'blockquote', 'section'];
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'details', 'summary'];
const LISTS = ['dd', 'dl', 'dt', 'li', 'ol', 'ul'];
const TABLES = ['caption', 'col', 'colgroup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'];
const PHRASES =
  'a abbr b bdi bdo br cite code data del dfn em i img input ins kbd mark q rb rp rt rtc ruby s samp small span strong sub sup time u var wbr';

/** Names of all elements that a body may have. */
export const ELEMENTS: readonly string[] = [
  ...SECTIONS,
  ...HEADINGS,
  ...LISTS,
  ...TABLES,
  ...PHRASES.split(' '),
];

const span = ['colSpan', 'rowSpan', 'align'];

/** @param prefix what every id of the body begins with */
export function bodySchema(prefix: string): Schema {
  return {
    tagNames: [...ELEMENTS],
    attributes: {
      '*': ['dir', 'id', 'lang', 'title'],
      a: [
        'href',
        'ariaDescribedBy',
        'ariaLabel',
        'dataFootnoteBackref',
        'dataFootnoteRef',
        ['className', 'data-footnote-backref'],
      ],
      blockquote: ['cite'],
      code: [['className', /^language-./]],
      col: ['span'],
      colgroup: ['span'],
      data: ['value'],
      del: ['cite', 'dateTime'],
      details: ['open'],
      img: ['alt', 'height', 'src', 'width'],
      input: ['checked', ['disabled', true], ['type', 'checkbox']],
      ins: ['cite', 'dateTime'],
      li: ['value', ['className', 'task-list-item']],
      ol: ['reversed', 'start', 'type', ['className', 'contains-task-list']],
      q: ['cite'],
      section: ['dataFootnotes', ['className', 'footnotes']],
      td: span,
      th: [...span, 'abbr', 'scope'],
      time: ['dateTime'],
      ul: [['className', 'contains-task-list']],
    },
    ancestors: {},
    clobber: ['ariaDescribedBy', 'id'],
    clobberPrefix: prefix,
    // Where pictures come from is looked up, file by file.
    protocols: { href: ['http', 'https', 'mailto'], cite: ['http', 'https'] },
    required: {},
    strip: [],
    allowComments: false,
  };
}

/** Every element of a tree that is not as the policy wants it. */
export function judge(tree: Nodes): ContentFault[] {
  const schema = bodySchema('');
  const faults: ContentFault[] = [];
  visit(tree, 'element', (element) => {
    const line = element.position?.start.line;
    if (!ELEMENTS.includes(element.tagName)) {
      faults.push(forbiddenElement(element.tagName, line));
      return;
    }
    const safe = sanitize({ ...element, children: [] }, schema) as Element;
    for (const [name, value] of Object.entries(element.properties)) {
      if (JSON.stringify(safe.properties[name]) === JSON.stringify(value)) continue;
      faults.push(forbiddenAttribute(element, name, value, line));
    }
  });
  return faults;
}

/** What stands in for elements that are not allowed. */
const INSTEAD: readonly (readonly [names: string, expected: string, example: string])[] = [
  [
    'script noscript template slot',
    'a chapter runs no script',
    'What it said, in words of the chapter.',
  ],
  [
    'iframe frame frameset embed object applet portal',
    'a chapter shows no other page; link to it',
    '[What is to be seen there](https://example.org/)',
  ],
  [
    'form button select option optgroup textarea label fieldset legend datalist output meter progress',
    'a chapter asks for nothing; link to the place that does',
    '[Write to us](mailto:someone@example.org)',
  ],
  [
    'style link font center tt big basefont marquee blink',
    'how a chapter looks is not said in its words',
    '**strong** or _emphasis_',
  ],
  [
    'picture source svg canvas video audio track map area math image',
    'a picture is a file beside the chapter',
    '![What it shows](./picture.jpg)',
  ],
  ['strike', 'what is struck out is s or del', '~~struck out~~'],
];

/** @param line of the file */
export function forbiddenElement(name: string, line: number | undefined): ContentFault {
  const [, expected, example] = INSTEAD.find(([names]) => names.split(' ').includes(name)) ?? [
    '',
    'there is no such element in a chapter (a sign < is written &lt;)',
    'Plain words, *emphasis* or a [link](https://example.org/)',
  ];
  return { field: 'element', line, found: `<${name}>`, expected, example };
}

/** As HTML writes it: `onclick` for `onClick`, `data-a` for `dataA`. */
function attributeName(property: string): string {
  if (property === 'className') return 'class';
  if (!/^(?:data|aria)[A-Z]/.test(property)) return property.toLowerCase();
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function forbiddenAttribute(
  { tagName }: Element,
  name: string,
  value: Properties[string],
  line: number | undefined,
): ContentFault {
  const written = attributeName(name);
  const found = `<${tagName} ${written}="${Array.isArray(value) ? value.join(' ') : value}">`;
  if (name === 'href') {
    return {
      field: 'link',
      line,
      found: value,
      expected: 'an address begins with https:, http: or mailto:, or is a chapter’s file',
      example: '[words](https://example.org/)',
    };
  }
  return {
    field: 'attribute',
    line,
    found,
    expected: /^on/.test(name)
      ? 'a chapter runs no script'
      : name === 'style' || name === 'className'
        ? 'how a chapter looks is not said in its words'
        : `${tagName} has no such attribute in a chapter`,
    example: `<${tagName}>`,
  };
}
