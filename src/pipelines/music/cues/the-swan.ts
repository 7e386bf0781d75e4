import type { CuePlan } from './cue.ts';

/** The chapter keeps still after it: the piece breaks off on its high note and silence stays. */
export default {
  title: 'The Swan',
  composer: 'Camille Saint-Saëns',
  arrangement: 'arr.: the accompaniment is reduced to one piano; it breaks off into silence',
  bars: 'bars 1 to 9',
  key: 'G major',
  scoring: 'cello and piano',
  rest: null,
  captions: [
    [1, 'rippling piano'],
    [2, 'a cello sings'],
    [6, 'the same song, darker'],
    [8, 'it climbs to one long note'],
    [10, 'silence'],
  ],
  staff: { voices: ['VC'], clef: 'treble' },
  interpretation: {
    seed: 7,
    phrases: [1, 4, 4],
    rubato: 0.07,
    ritardando: { quarters: 5, by: 0.28 },
    pedal: { voices: ['RH', 'LH'], every: 3 },
    tail: 3.5,
    hall: { wet: 0.26 },
    voices: {
      VC: {
        instrument: 'soloCello',
        velocity: 88,
        expression: [72, 124],
        arch: 12,
        lead: -10,
        gain: -1,
      },
      RH: { instrument: 'piano', velocity: 74, arch: 10, length: 1.1, looseness: 7 },
      LH: { instrument: 'piano', velocity: 78, arch: 8, length: 1 },
    },
  },
} satisfies CuePlan;
