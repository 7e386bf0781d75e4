/** How an instrument is made to sound, and what it can play. */
export interface Instrument {
  readonly name: string;
  /** Lowest and highest MIDI number that its players have. */
  readonly range: readonly [number, number];
  /** A preset of the soundfont, or a sampler of this project. */
  readonly sound: { readonly bank: number; readonly program: number } | 'piano' | 'cello';
}

const font = (bank: number, program: number) => ({ bank, program });

/** Presets are those of MuseScore General; ranges are orchestral ones, sounding pitch. */
export const INSTRUMENTS = {
  piano: { name: 'piano', range: [21, 108], sound: 'piano' },
  soloCello: { name: 'cello', range: [36, 81], sound: 'cello' },
  celesta: { name: 'celesta', range: [60, 108], sound: font(0, 8) },
  harp: { name: 'harp', range: [24, 103], sound: font(0, 46) },
  flute: { name: 'flute', range: [60, 96], sound: font(0, 73) },
  oboe: { name: 'oboe', range: [58, 93], sound: font(0, 68) },
  clarinet: { name: 'clarinet', range: [50, 91], sound: font(0, 71) },
  bassClarinet: { name: 'bass clarinet', range: [34, 77], sound: font(0, 71) },
  bassoon: { name: 'bassoon', range: [34, 75], sound: font(0, 70) },
  horns: { name: 'horns', range: [35, 77], sound: font(0, 60) },
  trumpets: { name: 'trumpets', range: [52, 86], sound: font(0, 56) },
  trombones: { name: 'trombones', range: [34, 74], sound: font(0, 57) },
  timpani: { name: 'timpani', range: [36, 60], sound: font(0, 47) },
  violins: { name: 'violins', range: [55, 103], sound: font(20, 49) },
  violinsFast: { name: 'violins', range: [55, 103], sound: font(20, 48) },
  violinsTremolo: { name: 'violins', range: [55, 103], sound: font(20, 44) },
  violinsPizzicato: { name: 'violins', range: [55, 100], sound: font(20, 45) },
  violins2: { name: 'violins', range: [55, 98], sound: font(25, 49) },
  violins2Tremolo: { name: 'violins', range: [55, 98], sound: font(25, 44) },
  violins2Pizzicato: { name: 'violins', range: [55, 95], sound: font(25, 45) },
  violas: { name: 'violas', range: [48, 91], sound: font(30, 49) },
  violasFast: { name: 'violas', range: [48, 91], sound: font(30, 48) },
  violasTremolo: { name: 'violas', range: [48, 91], sound: font(30, 44) },
  violasPizzicato: { name: 'violas', range: [48, 86], sound: font(30, 45) },
  cellos: { name: 'cellos', range: [36, 79], sound: font(40, 49) },
  cellosFast: { name: 'cellos', range: [36, 79], sound: font(40, 48) },
  cellosPizzicato: { name: 'cellos', range: [36, 74], sound: font(40, 45) },
  basses: { name: 'basses', range: [28, 60], sound: font(50, 49) },
  bassesFast: { name: 'basses', range: [28, 60], sound: font(50, 48) },
  bassesPizzicato: { name: 'basses', range: [28, 60], sound: font(50, 45) },
} as const satisfies Readonly<Record<string, Instrument>>;

export type InstrumentId = keyof typeof INSTRUMENTS;
