/** No template holds words of its own: all that is said comes from `src/i18n`. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseAstro } from '@astrojs/compiler-rs';
import { parse as parseSvelte } from 'svelte/compiler';
import { expect, test } from 'vitest';

/** Names, which are the same in all languages: the mark’s two letters, and a licence. */
const NAMES = ['B', 'A', 'SIL Open Font License 1.1'];

/** Attributes that are said or shown. */
const SAID =
  /^(aria-(label|description|valuetext|roledescription|placeholder)|title|alt|placeholder|label)$/;
/** Elements that hold no words but code and data. */
const NO_WORDS = /^(code|kbd|script|style)$/;

type Node = Readonly<Record<string, unknown>> & { readonly type?: string };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nodes = (value: unknown): Node[] =>
  Array.isArray(value) ? value.flatMap(nodes) : isNode(value) ? [value] : [];

/** What an expression may come to as text; not what it compares, calls with, or looks up. */
function textsOf(expression: unknown): string[] {
  return nodes(expression).flatMap((node): string[] => {
    const { type } = node;
    if (type === 'Literal') return typeof node['value'] === 'string' ? [node['value']] : [];
    if (type === 'TemplateLiteral')
      return [
        ...nodes(node['quasis']).map((one) => String((one['value'] as { raw: string }).raw)),
        ...textsOf(node['expressions']),
      ];
    if (type === 'ConditionalExpression') return textsOf([node['consequent'], node['alternate']]);
    if (type === 'LogicalExpression') return textsOf([node['left'], node['right']]);
    if (type === 'BinaryExpression' && node['operator'] === '+')
      return textsOf([node['left'], node['right']]);
    if (type === 'ParenthesizedExpression') return textsOf(node['expression']);
    return [];
  });
}

/** All that a template says of itself: in either syntax the tree has texts, attributes and expressions. */
function saidIn(tree: unknown): string[] {
  return nodes(tree).flatMap((node): string[] => {
    const name = tagOf(node);
    if (name && NO_WORDS.test(name)) return [];
    switch (node.type) {
      case 'JSXText':
        return [String(node['value'])];
      case 'Text':
        return [String(node['data'])];
      case 'JSXAttribute':
      case 'Attribute':
        return SAID.test(attributeName(node)) ? attributeTexts(node['value']) : [];
      case 'JSXExpressionContainer':
      case 'ExpressionTag':
        return [...textsOf(node['expression']), ...below(node)];
      default:
        return below(node);
    }
  });
}

const below = (node: Node): string[] =>
  Object.entries(node).flatMap(([key, value]) => (key === 'frontmatter' ? [] : saidIn(value)));

function tagOf(node: Node): string | undefined {
  if (node.type === 'RegularElement') return String(node['name']);
  const opening = node['openingElement'];
  const name = isNode(opening) ? opening['name'] : undefined;
  return isNode(name) ? String(name['name']) : undefined;
}

function attributeName({ name }: Node): string {
  return isNode(name) ? String(name['name']) : String(name);
}

function attributeTexts(value: unknown): string[] {
  return nodes(value).flatMap((one) =>
    one.type === 'Text' ? [String(one['data'])] : textsOf(one['expression'] ?? one),
  );
}

const templates = ['components', 'layouts', 'pages'].flatMap((folder) =>
  readdirSync(path.join('src', folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(astro|svelte)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name)),
);

/** What a template says, apart from signs, numbers and names. */
function wordsOf(file: string, text: string): string[] {
  const tree = file.endsWith('.svelte')
    ? parseSvelte(text, { modern: true }).fragment
    : parseAstro(text).ast;
  return saidIn(tree)
    .map((words) => words.trim())
    .filter((words) => /\p{L}/u.test(words) && !NAMES.includes(words));
}

test.each(templates)('%s', (file) => {
  expect(wordsOf(file, readFileSync(file, 'utf8'))).toEqual([]);
});

test('words in a template are found: as text, in a label, in an expression', () => {
  const svelte = '<p title="One">{#if a}Two{/if}{b ? "Three" + c : d("x")} <code>e</code></p>';
  expect(wordsOf('a.svelte', svelte)).toEqual(['One', 'Two', 'Three']);
  const astro =
    '---\nconst a = "x";\n---\n<p aria-label="One">{a && <b>Two</b>}{a ? "Three" : 4}</p>';
  expect(wordsOf('a.astro', astro).sort()).toEqual(['One', 'Three', 'Two']);
});

test('no effect writes words into the page', () => {
  const effects = readdirSync('src/effects', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
  const wrong = effects.filter((file) =>
    /(?:textContent|innerText|ariaLabel|notice|said)\s*[:=]\s*['"`][A-Z]/.test(
      readFileSync(file, 'utf8'),
    ),
  );
  expect(wrong).toEqual([]);
});
