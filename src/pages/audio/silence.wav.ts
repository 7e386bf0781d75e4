/**
 * Silence, which stands in for the music where the system's media controls look
 * (see `effects/mediaSession.ts`): six seconds, for they take no notice of
 * anything under five. WAV, 8 bits, mono.
 */
import type { APIRoute } from 'astro';

const RATE = 4000;
const SECONDS = 6;
const HEAD = 44;

export const GET: APIRoute = () => {
  const length = RATE * SECONDS;
  const file = new Uint8Array(HEAD + length).fill(128, HEAD);
  const view = new DataView(file.buffer);
  const word = (at: number, text: string) => file.set(new TextEncoder().encode(text), at);
  word(0, 'RIFF');
  view.setUint32(4, HEAD - 8 + length, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  // PCM, one channel.
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  word(36, 'data');
  view.setUint32(40, length, true);
  return new Response(file, { headers: { 'Content-Type': 'audio/wav' } });
};
