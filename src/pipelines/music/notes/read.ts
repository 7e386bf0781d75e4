import { fifthsOf } from './keys.ts';
import type { Clef, Piece, Signature } from './piece.ts';
import { tokenize } from './tokens.ts';
import { readMeter, readTempo, readUnit, unitOf, VoiceReader } from './voice.ts';

const CLEFS: readonly Clef[] = ['treble', 'bass', 'alto', 'tenor'];

/**
 * Reads a piece from a subset of ABC notation 2.1.
 *
 * Header: `X`, `T` (title), `C` (composer), `M` (`3/4`, `C`, `C|`), `L` (without
 * it 1/16 in a metre below 3/4, else 1/8), `Q` (like `1/4=72`), `K` (`D`, `Bb`,
 * `Bm`, `C#m`), and one `V:id clef=treble|bass|alto|tenor` for each voice. After
 * `K`, a line `V:id` says whose music follows; no other field may.
 *
 * Music: notes with `^ _ =`, octaves with `,` and `'`, lengths (`2`, `/`, `3/2`);
 * chords `[CEG]2`; rests `z` and, undrawn, `x`; ties `-` (of a whole chord, to
 * those of its pitches that follow; an accidental goes over the bar with them);
 * slurs `( )`; tuplets `(3` and `(5:4`; graces `{ag}`; staccato `.`; bars `|`,
 * `||`, `|]`; `[K:]`, `[M:]` and `[Q:]` at the start of a bar, in every voice.
 *
 * Decorations: `!ppp!` to `!fff!`; `!to!`: from here on evenly toward the next
 * mark; `!>!` accent; `!fermata!`; `!arpeggio!`. Comments begin with `%`.
 *
 * Throws with line and reason when it meets anything else, when a bar has not
 * its length, or when voices differ in bars. The first bar may be a pickup.
 */
export function readPiece(source: string): Piece {
  const header: { title: string; composer: string; unit?: number } = { title: '', composer: '' };
  let signature: Signature = { bar: 0, meter: [4, 4], fifths: 0, tempo: 100 };
  const clefs = new Map<string, Clef>();
  const readers = new Map<string, VoiceReader>();
  let current: VoiceReader | undefined;
  let inMusic = false;

  const field = (name: string, value: string): void => {
    if (inMusic && name !== 'V') {
      const inline = 'KMQ'.includes(name) ? `; at the start of a bar, [${name}:${value}] may` : '';
      throw new Error(`${name}: may not stand in the music${inline}`);
    }
    if (name === 'T') header.title = value;
    else if (name === 'C') header.composer = value;
    else if (name === 'M') signature = { ...signature, meter: readMeter(value) };
    else if (name === 'L') header.unit = readUnit(value);
    else if (name === 'Q') signature = { ...signature, tempo: readTempo(value) };
    else if (name === 'K') {
      signature = { ...signature, fifths: fifthsOf(value) };
      inMusic = true;
    } else if (name === 'V') current = voice(value);
    else if (name !== 'X') throw new Error(`unknown field ${name}:`);
  };
  const voice = (value: string): VoiceReader | undefined => {
    const [id = '', ...properties] = value.split(/\s+/);
    const clef = /clef=(\w+)/.exec(properties.join(' '))?.[1] as Clef | undefined;
    if (clef && !CLEFS.includes(clef)) throw new Error(`unknown clef "${clef}"`);
    if (clef) clefs.set(id, clef);
    if (!inMusic) return undefined;
    const known = readers.get(id);
    if (known) return known;
    const unit = header.unit ?? unitOf(signature.meter);
    const made = new VoiceReader(id, clefs.get(id) ?? 'treble', unit, signature);
    readers.set(id, made);
    return made;
  };

  source.split('\n').forEach((raw, index) => {
    const line = raw.replace(/(^|\s)%.*$/, '').trim();
    if (!line) return;
    try {
      const found = /^([A-Z]):\s*(.*)$/.exec(line);
      if (found) field(found[1]!, found[2]!);
      else if (!current) throw new Error('music before any V:');
      else for (const token of tokenize(line)) current.read(token);
    } catch (error) {
      throw new Error(`line ${index + 1}: ${(error as Error).message}`);
    }
  });

  const first = [...readers.values()][0];
  if (!first) throw new Error('no music');
  const voices = [...readers.values()].map((reader) => reader.finish());
  const piece: Piece = {
    title: header.title,
    composer: header.composer,
    voices,
    signatures: first.signatures,
  };
  checkBars(piece);
  return piece;
}

/** The signature that holds in a bar. */
export function signatureAt(piece: Piece, bar: number): Signature {
  return piece.signatures.findLast((s) => s.bar <= bar) ?? piece.signatures[0]!;
}

/** Throws when a bar has not the length its meter asks for, or voices differ. A first bar may be shorter in all voices alike. */
function checkBars(piece: Piece): void {
  const pickup = piece.voices[0]!.bars[0]!.length;
  for (const { id, bars } of piece.voices) {
    if (bars.length !== piece.voices[0]!.bars.length)
      throw new Error(
        `voice ${id} has ${bars.length} bars, ${piece.voices[0]!.id} ${piece.voices[0]!.bars.length}`,
      );
    bars.forEach((bar, index) => {
      const [beats, unit] = signatureAt(piece, index).meter;
      const full = (beats * 4) / unit;
      const right = index === 0 ? Math.min(pickup, full) : full;
      if (Math.abs(bar.length - right) > 1e-3)
        throw new Error(
          `voice ${id}, bar ${index + 1}: ${bar.length} quarters instead of ${right}`,
        );
    });
  }
}
