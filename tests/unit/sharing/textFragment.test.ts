import { describe, expect, test } from 'vitest';
import { type TextSelection, textDirective } from '../../../src/core/sharing/textFragment.ts';

const BLOCKS = [
  'The Turn',
  'She turns on one toe, and the room turns with her. A spin-off, they say; don’t believe it.',
  'She turns on one toe again, and nobody breathes until the last of them has fallen, slowly, in the third row of the stalls.',
  'Curtain.',
];

/** The selection of the nth occurrence of a text within one block. */
function select(block: number, text: string, nth = 0): TextSelection {
  let at = -1;
  for (let i = 0; i <= nth; i++) at = BLOCKS[block]!.indexOf(text, at + 1);
  return {
    blocks: BLOCKS,
    start: { block, offset: at },
    end: { block, offset: at + text.length },
  };
}
const read = (selection: TextSelection) =>
  textDirective(selection)?.split(',').map(decodeURIComponent);

describe('a text directive', () => {
  test('is the words alone where they stand once', () => {
    expect(read(select(1, 'the room turns with her'))).toEqual(['the room turns with her']);
  });

  test('takes neighbours along where the words stand more than once', () => {
    expect(read(select(1, 'She turns on one toe'))).toEqual([
      'Turn-',
      'She turns on one toe',
      '-, and',
    ]);
    expect(read(select(2, 'She turns on one toe'))).toEqual([
      'it.-',
      'She turns on one toe',
      '-again',
    ]);
  });

  test('takes neighbours along for a word or two, which the page’s bar may have too', () => {
    expect(read(select(1, 'turns', 1))).toEqual(['the room-', 'turns', '-with her']);
    expect(read(select(3, 'Curtain'))).toEqual(['the stalls.-', 'Curtain']);
  });

  test('is of whole words, without the spaces around them', () => {
    expect(read(select(1, 'oom turns with h'))).toEqual(['room turns with her']);
    expect(read(select(1, ' the room turns with '))).toEqual(['the room turns with']);
    expect(read(select(1, 't believe it'))).toEqual(['don’t believe it']);
  });

  test('encodes what has a meaning in it', () => {
    const directive = textDirective(select(1, 'A spin-off, they'))!;
    expect(directive).toBe('A%20spin%2Doff%2C%20they');
  });

  test('gives a long passage by its ends', () => {
    const passage = BLOCKS[2]!.slice(BLOCKS[2]!.indexOf('again'));
    expect(passage.length).toBeGreaterThan(100);
    expect(read(select(2, passage))).toEqual(['again, and nobody breathes', 'row of the stalls.']);
  });

  test('gives a passage over paragraphs by its ends, each told apart', () => {
    const selection: TextSelection = {
      blocks: BLOCKS,
      start: { block: 1, offset: 0 },
      end: { block: 3, offset: 8 },
    };
    expect(read(selection)).toEqual(['She turns on one toe, and', 'Curtain.']);
  });

  test('tells words that are blocks of their own apart by what stands around them', () => {
    // A quotation whose words enter one by one, and whose first word stands elsewhere too.
    const blocks = ['She turns.', 'She fell for it.', 'She', 'is', 'grace.', 'Then it ends.'];
    const quote = { blocks, start: { block: 2, offset: 0 }, end: { block: 4, offset: 6 } };
    expect(read(quote)).toEqual(['She fell for it.-', 'She', 'grace.']);
    const one = { blocks, start: { block: 4, offset: 0 }, end: { block: 4, offset: 6 } };
    expect(read(one)).toEqual(['is-', 'grace.', '-Then it']);
  });

  test('is nothing where nothing is selected', () => {
    expect(textDirective(select(1, ' '))).toBeNull();
    expect(
      textDirective({ blocks: [], start: { block: 0, offset: 0 }, end: { block: 0, offset: 3 } }),
    ).toBeNull();
  });
});
