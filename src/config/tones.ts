/**
 * The stage's colours by tone name. The stage emits each as the custom property
 * `--tone-<name>`; scenes may override them. Ground, ash, bone, one red and its
 * darker kin; ochre only for coins.
 */
export const TONES: Readonly<Record<string, string>> = {
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
};
