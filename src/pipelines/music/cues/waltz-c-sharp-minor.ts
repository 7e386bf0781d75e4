import type { CuePlan } from './cue.ts';

export default {
  title: 'Waltz in C sharp minor, Op. 64 No. 2',
  composer: 'Frédéric Chopin',
  bars: 'bars 1 to 32',
  key: 'C sharp minor',
  scoring: 'piano',
  rest: 3,
  captions: [
    [1, 'a veiled piano waltz'],
    [10, 'the waltz climbs, hesitating'],
    [14, 'and slides down by half steps'],
    [18, 'the veiled waltz again'],
    [30, 'it turns and settles'],
  ],
  staff: { voices: ['RH', 'RL'] },
  interpretation: {
    seed: 64,
    phrases: [5, 4, 4, 4, 4, 4, 4, 4],
    rubato: 0.1,
    ritardando: { quarters: 6, by: 0.3 },
    pedal: { voices: ['RH', 'RL', 'LH', 'LU'], every: 3 },
    tail: 3.5,
    hall: { wet: 0.16, seconds: 1.8 },
    voices: {
      RH: { instrument: 'piano', velocity: 90, arch: 14, lead: -12 },
      RL: { instrument: 'piano', velocity: 66, arch: 8 },
      LH: { instrument: 'piano', velocity: 68, arch: 8, length: 0.8, looseness: 7 },
      LU: { instrument: 'piano', velocity: 64, arch: 8, length: 0.8, looseness: 7 },
    },
  },
} satisfies CuePlan;
