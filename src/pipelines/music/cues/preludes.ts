import type { CuePlan } from './cue.ts';

export default {
  title: 'Preludes, Op. 28 Nos. 7 and 20',
  composer: 'Frédéric Chopin',
  bars: 'No. 7 complete, No. 20 from bar 9',
  key: 'A major, then C minor',
  scoring: 'piano',
  rest: 4,
  captions: [
    [1, 'a small bright mazurka on the piano'],
    [12, 'it swells for one bar'],
    [14, 'and closes'],
    [18, 'night: heavy soft chords, a march'],
    [22, 'a last high chord'],
  ],
  staff: { voices: ['RH', 'RL'] },
  interpretation: {
    seed: 28,
    phrases: [3, 2, 2, 2, 2, 2, 2, 2, 2, 3],
    rubato: 0.08,
    ritardando: { quarters: 7, by: 0.18 },
    fermata: 1.05,
    pedal: { voices: ['RH', 'RL', 'LH'], every: 1 },
    tail: 2.5,
    hall: { wet: 0.18, seconds: 1.9 },
    voices: {
      RH: { instrument: 'piano', velocity: 88, arch: 12, lead: -10, length: 0.98 },
      RL: { instrument: 'piano', velocity: 76, arch: 8, length: 0.98 },
      LH: { instrument: 'piano', velocity: 80, arch: 8, length: 0.98 },
    },
  },
} satisfies CuePlan;
