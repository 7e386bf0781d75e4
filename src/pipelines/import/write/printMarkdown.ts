/** A chapter's steps as the Markdown of its file, which the site's own reader reads back to the same words. Pure. */
import type { ElementContent, Root } from 'hast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { visit } from 'unist-util-visit';
import { readBody } from '../../../core/content/body/readBody.ts';
import { markdownTree } from './markdownTree.ts';
import { noteWords, readWords, sameWords } from './readWords.ts';

export interface Body {
  readonly steps: readonly (readonly ElementContent[])[];
  /** Notes by the label that refers to them. */
  readonly notes: ReadonlyMap<string, readonly ElementContent[]>;
  /** BCP 47. */
  readonly language: string;
}

/**
 * Signs that the site's reader would change: two hyphens, which would be a dash; and straight quotation marks of
 * languages whose marks it does not know.
 */
function options(language: string): Options {
  const english = new Intl.Locale(language).language === 'en';
  return {
    bullet: '-',
    emphasis: '_',
    strong: '*',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
    // Addresses in words are links on the page, as everywhere on the site.
    extensions: [
      gfmFootnoteToMarkdown(),
      gfmStrikethroughToMarkdown(),
      gfmTableToMarkdown({ tablePipeAlign: false }),
    ],
    unsafe: [
      { character: '-', before: '-', inConstruct: 'phrasing' },
      ...(english
        ? []
        : [
            { character: '"', inConstruct: 'phrasing' as const },
            { character: "'", inConstruct: 'phrasing' as const },
          ]),
    ],
  };
}

/** @returns the body's text, without a line break at its end */
export function printMarkdown({ steps, notes, language }: Body): string {
  const settings = options(language);
  const print = (blocks: readonly ElementContent[], asHtml = false) =>
    toMarkdown(markdownTree(blocks, asHtml), settings).trimEnd();
  const written = (label: string, blocks: readonly ElementContent[], asHtml = false) =>
    toMarkdown(
      {
        type: 'root',
        children: [
          {
            type: 'footnoteDefinition',
            identifier: label,
            label,
            children: markdownTree(blocks, asHtml).children as never,
          },
        ],
      },
      settings,
    ).trimEnd();
  const defined = (label: string, blocks: readonly ElementContent[]): string => {
    const text = written(label, blocks);
    const steps = readBody(`[^${label}]\n\n${text}`, '').steps;
    const right =
      steps.length === 1 &&
      leadsSomewhere(steps[0]!) &&
      noteWords(steps[0]!).includes(readWords(blocks));
    return right ? text : written(label, blocks, true);
  };
  const definitions = [...notes].map(([label, blocks]) => defined(label, blocks));
  const printed = steps.map((blocks) => {
    const text = print(blocks);
    return readsBack(text, blocks, definitions) ? text : blockwise(blocks, print, definitions);
  });
  return [printed.join('\n\n---\n\n'), ...definitions].join('\n\n');
}

/** Block by block; one that Markdown has no safe words for is HTML. */
function blockwise(
  blocks: readonly ElementContent[],
  print: (blocks: readonly ElementContent[], asHtml?: boolean) => string,
  definitions: readonly string[],
): string {
  return blocks
    .map((block) => {
      const text = print([block]);
      return readsBack(text, [block], definitions) ? text : print([block], true);
    })
    .join('\n\n');
}

/** Whether a step's text is read as one step of these words, without a fault. */
function readsBack(
  text: string,
  blocks: readonly ElementContent[],
  definitions: readonly string[],
): boolean {
  const used = definitions.filter((definition) =>
    text.includes(definition.slice(0, definition.indexOf(']:') + 1)),
  );
  const { steps, faults } = readBody([text, ...used].join('\n\n'), '');
  const own = faults.filter(({ field }) => field !== 'footnote');
  return (
    own.length === 0 &&
    steps.length === 1 &&
    leadsSomewhere(steps[0]!) &&
    sameWords(readWords(steps[0]!), readWords(blocks))
  );
}

/** Whether each link is one: GitHub's Markdown takes for a link what only begins like an address. */
function leadsSomewhere(step: Root): boolean {
  let right = true;
  visit(step, 'element', ({ properties: { href } }) => {
    if (typeof href === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(href) && !URL.canParse(href))
      right = false;
  });
  return right;
}
