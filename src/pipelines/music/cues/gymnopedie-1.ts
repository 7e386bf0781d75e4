import type { CuePlan } from './cue.ts';

export default {
  title: 'Gymnopédie No. 1',
  composer: 'Erik Satie',
  bars: 'bars 1 to 20',
  key: 'D major',
  scoring: 'piano',
  rest: 3,
  captions: [
    [1, 'slow piano, two chords rocking'],
    [5, 'a lone melody over them'],
    [13, 'the melody again, softer'],
    [17, 'it sinks to rest'],
  ],
  staff: { voices: ['RH', 'MH'] },
  interpretation: {
    seed: 11,
    phrases: [4, 8, 8],
    rubato: 0.06,
    ritardando: { quarters: 6, by: 0.24 },
    pedal: { voices: ['RH', 'MH', 'LH'], every: 3 },
    tail: 4,
    hall: { wet: 0.22 },
    voices: {
      RH: { instrument: 'piano', velocity: 88, arch: 16, lead: -14, length: 1.02 },
      MH: { instrument: 'piano', velocity: 74, arch: 6, looseness: 8 },
      LH: { instrument: 'piano', velocity: 76, arch: 6, length: 1 },
    },
  },
} satisfies CuePlan;
