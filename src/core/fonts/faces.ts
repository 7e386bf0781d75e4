/** Which typefaces a theme's pair stands for. Pure. */
import {
  DISPLAY_FACES,
  FIRST_PAIR,
  OTHER_SCRIPTS,
  TEXT_FACES,
  type Typeface,
  type TypePair,
  type TypeRole,
} from '../../config/typefaces.ts';

/** The families of a role, in the order in which a letter is looked for. */
export function facesOf(role: TypeRole, { display, text }: TypePair): readonly Typeface[] {
  const own: Typeface = role === 'text' ? TEXT_FACES[text] : DISPLAY_FACES[display];
  // One weight of one cut, a third of the variable font: frames have to be light.
  const { variable: _, ...regular } = own;
  return [role === 'frame' ? { ...regular, italic: false } : own, ...OTHER_SCRIPTS[role]];
}

/** The custom property that has a role's font in pages: each typeface has its own, the first theme's the shortest. */
export function fontVariable(role: TypeRole, { display, text }: TypePair): `--font-${string}` {
  const face = role === 'text' ? text : display;
  const first = role === 'text' ? FIRST_PAIR.text : FIRST_PAIR.display;
  if (face === first) return `--font-${role}`;
  return role === 'frame' ? `--font-${face}-frame` : `--font-${face}`;
}
