import { describe, expect, test } from 'vitest';
import { find, layOut } from '../../../src/core/sharing/findFragment.ts';
import { type TextSelection, textDirective } from '../../../src/core/sharing/textFragment.ts';

describe('a browser’s search', () => {
  const texts = ['The Turn', 'She turns. “Don’t” , she says, at the café.', 'She turns', 'again.'];
  const page = layOut(texts);
  const found = (parts: Parameters<typeof find>[1]) => {
    const at = find(page, parts);
    return at && texts.join('\n').slice(at.start, at.end);
  };

  test('takes the first match, of whole words, whatever their case, accents and marks', () => {
    expect(find(page, { text: 'SHE TURNS' })).toEqual({ start: 9, end: 18 });
    expect(found({ text: `"Don't"` })).toBe('“Don’t”');
    expect(found({ text: 'cafe' })).toBe('café');
    expect(found({ text: 'he says' })).toBeNull();
  });

  test('never goes from one text to the next, but a passage does, and neighbours may stand there', () => {
    expect(found({ text: 'turns again' })).toBeNull();
    expect(found({ text: 'turns', until: 'again' })).toBe(texts.join('\n').slice(13, -1));
    expect(found({ before: 'café.', text: 'She', until: 'again.' })).toBe('She turns\nagain.');
    expect(find(page, { text: 'She turns', after: 'again' })?.start).toBeGreaterThan(40);
    expect(found({ before: 'Turn', text: 'again' })).toBeNull();
  });
});

describe('words and their twins', () => {
  /** The nth occurrence of a text, which may go over blocks parted by |. */
  function select(blocks: readonly string[], text: string, more: Partial<TextSelection> = {}) {
    const all = blocks.join('|');
    const at = all.lastIndexOf(text);
    const point = (offset: number) => {
      const before = all.slice(0, offset).split('|');
      return { block: before.length - 1, offset: before.at(-1)!.length };
    };
    return { blocks, start: point(at), end: point(at + text.length), ...more };
  }
  /** What of the page its address leads to, read as a browser reads it. */
  function follow(selection: TextSelection): string | undefined {
    const { blocks, ahead = [] } = selection;
    const parts: Record<string, string> = {};
    for (const part of textDirective(selection)!.split(',')) {
      const words = decodeURIComponent(part.replace(/^-|-$/g, ''));
      if (part.endsWith('-')) parts['before'] = words;
      else if (part.startsWith('-')) parts['after'] = words;
      else parts[parts['text'] === undefined ? 'text' : 'until'] = words;
    }
    const page = [...ahead, ...blocks];
    const at = find(layOut(page), parts as unknown as Parameters<typeof find>[1]);
    return at ? page.join('|').slice(at.start, at.end) : undefined;
  }
  const text = 'It is dark. Revenge is the easy word. The right one is resurrection. She goes on.';
  const quote = 'Revenge is the easy word. The right one is resurrection.'.split(' ');
  const story = ['The Streets', text, 'And then.', ...quote, 'After that.'];
  const ofQuote = (words: string) => words.replaceAll(' ', '|');

  test('a quotation’s first sentence is told from the text’s', () => {
    const selection = select(story, ofQuote('Revenge is the easy word.'));
    expect(follow(selection)).toBe(ofQuote('Revenge is the easy word.'));
    expect(decodeURIComponent(textDirective(selection)!)).toContain('And then.-');
  });

  test('its second sentence, too, if not without the first', () => {
    const selection = select(story, ofQuote('The right one is resurrection.'));
    expect(follow(selection)).toBe(ofQuote(quote.join(' ')));
  });

  test('the text’s own sentence where the quotation comes before it', () => {
    const turned = ['The Streets', ...quote, text];
    for (const words of ['Revenge is the easy word.', 'The right one is resurrection.'])
      expect(follow(select(turned, words))).toBe(words);
    const selection = select(turned, 'Revenge is the easy word.');
    expect(textDirective(selection)).not.toBe(encodeURIComponent('Revenge is the easy word.'));
  });

  test('a title is told from the bar’s and the contents’', () => {
    const ahead = ['Next chapter', 'The Long Way to the Streets', 'The Streets'];
    const title = { ahead, start: { block: 0, offset: 0 }, end: { block: 0, offset: 11 } };
    const selection = { blocks: ['The Streets', text], ...title };
    expect(follow(selection)).toBe('The Streets');
    expect(textDirective(selection)).toContain(',-It%20is');
  });

  test('numbers and addresses with points are one word', () => {
    const blocks = ['Font Licence 1.1', 'From the beginning', '1.1 of example.org, and 3,000 more'];
    const selection = select(['From the beginning', ...blocks], 'From the beginning');
    expect(follow(selection)).toBe('From the beginning');
    expect(decodeURIComponent(textDirective(selection)!)).toMatch(/^(Licence )?1\.1-,/);
    const part = { start: { block: 2, offset: 2 }, end: { block: 2, offset: 10 } };
    expect(textDirective({ blocks, ...part })).toContain('1.1%20of%20example.org');
  });

  test('controls are never named: they may read otherwise when the page is opened', () => {
    const blocks = ['Share', 'Once more.', 'More ways', 'Once more.'];
    const selection = select(blocks, 'Once more.', { fickle: new Set([0, 2]) });
    expect(textDirective(selection)).not.toMatch(/Share|ways/);
  });

  test('of a passage both ends are told from what is like them', () => {
    const blocks = [
      'She is here. She is.',
      'One. She is here and',
      'then she is. The end.',
      'She is.',
    ];
    const passage = 'She is here and|then she is.';
    expect(follow(select(blocks, passage))).toBe(passage);
  });
});
