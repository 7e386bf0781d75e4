/**
 * The colours by the names of their tones: of the stage, the figure and the words. Style sheets, the painter, posters,
 * cards, the written music and frames follow from here; scenes may have some of their own.
 */
export const TONES = {
  // The stage: ground, ash, bone, one red and its darker kin; ochre only for coins.
  ground: '#0c0b0d',
  night: '#131114',
  coal: '#1b181b',
  soot: '#282428',
  iron: '#3d383b',
  ash: '#6f6763',
  chalk: '#a89d93',
  bone: '#f3e9dc',
  red: '#d92735',
  blood: '#8e1420',
  wine: '#4a0b12',
  deep: '#2a070c',
  pitch: '#170508',
  ochre: '#8a6a2f',
  brass: '#4d3a18',
  umber: '#2b2010',

  // Her, layer by layer.
  body: '#1a171b',
  'skin-half': '#8a7f78',
  'skin-lit': '#f3e9dc',
  lips: '#b3202c',
  'leotard-lit': '#3b2f36',
  'hair-lit': '#4d4140',
  'tutu-shade': '#2a070c',
  'tutu-half': '#8e1420',
  'tutu-lit': '#d92735',
  'dress-shade': '#48464c',
  'dress-half': '#aaa6a8',
  'dress-lit': '#fdfbf7',
  stain: '#8e1420',
  'stain-lit': '#d92735',
  'shoe-shade': '#3a0a10',
  'shoe-lit': '#e2363f',
  rim: '#8a7f78',
  blade: '#6f6763',
  'blade-lit': '#f3e9dc',

  // Words: those that stand back, red ones, red on a button, notes that sound.
  quiet: '#b3a89e',
  glow: '#ff7079',
  white: '#ffffff',
  sounding: '#ff3b4a',
  // Words on a light frame.
  ink: '#171315',
  'ink-quiet': '#574d48',
  'ink-red': '#a5121f',
} as const satisfies Readonly<Record<string, `#${string}`>>;

export type ToneName = keyof typeof TONES;
/** A colour of six hexadecimal digits for every tone. */
export type Palette = Readonly<Record<ToneName, string>>;
