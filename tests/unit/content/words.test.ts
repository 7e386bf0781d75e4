/** Made-up bodies without end: every word in is a word out, in its order, or a fault in words; nothing crashes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printBody } from '../../../src/core/content/body/printBody.ts';
import { readBody, wordsOf } from '../../../src/core/content/body/readBody.ts';
import { ContentError } from '../../../src/core/content/contentError.ts';
import { decodeText } from '../../../src/core/content/decodeText.ts';
import { readChapter } from '../../helpers/repertoire.ts';

const RUNS = { seed: 1, numRuns: 400 };
const AROUND = {
  base: '/',
  file: 'c/03-x.md',
  story: 's.md',
  chapters: [],
  pictures: new Set<string>(),
};

/** Ways to set a word, all of which show it. `W` stands for one. */
const INLINE = [
  'W',
  '*W*',
  '**W**',
  '`W`',
  '[W](https://x.example)',
  '<b>W</b>',
  '<i>W',
  '"W"',
  'W --',
  '~~W~~',
  '[W][r]',
  'W<br>',
  'a & W',
  '\\*W',
  'W[^n]',
  '<u title="a > b">W</u>',
];
const BLOCKS = [
  'W W',
  '# W',
  'W\n===',
  '> W\n> W',
  '- W\n- W',
  '1. W\n\n   W',
  '```\nW\n\n---\n\nW\n```',
  '    W',
  '| W | W |\n|---|---|\n| W | W |',
  '<div>\n\nW\n\n</div>',
  '<details><summary>W</summary>\n\nW\n\n</details>',
  '<p>W</p>',
  '<div>\nW',
  '- [ ] W',
  '<pre>\nW\n\nW\n</pre>',
  'W\\\nW',
  '---',
  '***',
  '<table><tr><td>W</table>',
  'W\n---',
];

/** A body of blocks, and its words in the order in which they are written. */
const bodies = fc
  .array(
    fc.tuple(
      fc.constantFrom(...BLOCKS),
      fc.array(fc.constantFrom(...INLINE), { minLength: 4, maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((blocks) => {
    const words: string[] = [];
    const text = blocks.map(([block, inline]) => {
      const literal = /^(?:```| {4}|<pre)/.test(block);
      return block.replace(/W/g, () => {
        const word = `w${words.push('') - 1}x`;
        words[words.length - 1] = word;
        return literal ? word : inline[words.length % 4]!.replace('W', word);
      });
    });
    return {
      text: `${text.join('\n\n')}\n\nlast[^n]\n\n[^n]: note\n\n[r]: https://y.example\n`,
      words,
    };
  });

test('every word that is written is shown, once', () => {
  fc.assert(
    fc.property(bodies, ({ text, words }) => {
      const { steps, faults } = readBody(text, 'x--');
      expect(faults).toEqual([]);
      const shown = steps.map(wordsOf).join(' ').match(/w\d+x/g) ?? [];
      expect([...shown].sort()).toEqual([...words].sort());
    }),
    RUNS,
  );
});

const SIGNS = [
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '---',
  '\n',
  '\n\n',
  '[^1]',
  '[^1]: ',
  '[a](',
  ')',
  '![',
  '](',
  '`',
  '```\n',
  '|',
  '|-|',
  '"',
  "'",
  '&',
  '&#0;',
  '&lt',
  '*',
  '_',
  '# ',
  '- ',
  '> ',
  '    ',
  '<div',
  '<b>',
  '</p>',
  '<table>',
  '<td>',
  '<a href="',
  '<svg>',
  '<![CDATA[',
  '<?',
  '\t',
  '\\',
  '{',
  '}',
  'a',
  'ж',
  '字',
  '🩰',
  '\u200f',
  '%',
  '#',
  ':',
  '+++',
  '<template>',
  '<plaintext>',
  '<select>',
];
const soup = fc.array(fc.constantFrom(...SIGNS), { maxLength: 40 }).map((signs) => signs.join(''));

test('no heap of signs is more than a fault in words', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const body = readBody(text, 'x--');
      const { faults } = printBody(body, AROUND);
      for (const { line, expected, example } of [...body.faults, ...faults]) {
        expect(line).toBeGreaterThan(0);
        expect(expected + example).not.toContain('undefined');
      }
    }),
    { ...RUNS, numRuns: 1500 },
  );
});

test('nor any file', () => {
  const heads = fc.array(
    fc.constantFrom(
      ...SIGNS,
      'title: ',
      'scene: ',
      '\n',
      ': ',
      '&a',
      '*a',
      '!x',
      '<<: ',
      '__proto__: ',
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(heads, soup, fc.uint8Array({ maxLength: 4 }), (head, text, noise) => {
      const bytes = new Uint8Array([
        ...Buffer.from(`---\n${head.join('')}\n---\n${text}`),
        ...noise,
      ]);
      try {
        readChapter('03-x.md', decodeText('03-x.md', bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(ContentError);
      }
    }),
    RUNS,
  );
});
