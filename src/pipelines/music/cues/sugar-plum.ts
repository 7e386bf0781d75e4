import type { CuePlan } from './cue.ts';

export default {
  title: 'Dance of the Sugar Plum Fairy',
  composer: 'Pyotr Ilyich Tchaikovsky',
  arrangement: 'arr.: the plucked accompaniment and the bass clarinet are newly written',
  bars: 'the theme twice',
  key: 'E minor',
  scoring: 'celesta, bass clarinet and plucked strings',
  rest: 0,
  captions: [
    [1, 'plucked strings on tiptoe'],
    [5, 'a celesta, like glass'],
    [8, 'a bass clarinet slips down'],
    [13, 'only the plucked steps'],
    [17, 'the celesta again'],
  ],
  staff: { voices: ['CE'], octavesDown: 1 },
  interpretation: {
    seed: 71,
    phrases: [4, 4, 4, 4, 4, 4],
    rubato: 0.015,
    tail: 3,
    loops: true,
    hall: { wet: 0.26, seconds: 1.9 },
    voices: {
      CE: { instrument: 'celesta', velocity: 88, arch: 8, length: 1, looseness: 4, gain: 4 },
      V1: { instrument: 'violinsPizzicato', velocity: 80, pan: -0.4, looseness: 6, gain: -3 },
      V2: { instrument: 'violins2Pizzicato', velocity: 78, pan: -0.15, looseness: 6, gain: -3 },
      VA: { instrument: 'violasPizzicato', velocity: 80, pan: 0.2, looseness: 6, gain: -3 },
      VC: { instrument: 'cellosPizzicato', velocity: 84, pan: 0.35, looseness: 6, gain: -5 },
      CB: { instrument: 'bassesPizzicato', velocity: 84, pan: 0.45, looseness: 6, gain: -7 },
      BC: { instrument: 'bassClarinet', velocity: 86, expression: [50, 116], pan: 0.1, gain: 3 },
    },
  },
} satisfies CuePlan;
