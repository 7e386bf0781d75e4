/** Reads the text of the file of cues. Pure: text in, data or a ContentError out. */
import { parseDocument } from 'yaml';
import { type CueSheet, SOUND_EFFECT_IDS } from '../../schemas/cue.ts';
import { cueSheetSchema } from '../../schemas/cueSheet.ts';
import type { CueId } from '../../schemas/repertoire.ts';
import { ContentError, type ContentFault } from './contentError.ts';
import { validate } from './frontMatter.ts';

const COMMAND = 'npm run music';

/**
 * @param ids the pieces that there are notes of
 * @throws ContentError for JSON that is cut or wrong, a field that is, or a piece that is missing
 */
export function readCues(file: string, text: string, ids: readonly CueId[]): CueSheet {
  const fault = (one: Omit<ContentFault, 'example'>, id?: string) => ({
    ...one,
    example: id === undefined ? COMMAND : `${COMMAND} ${id}`,
  });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    // JSON is YAML, whose reader says where.
    const last = text.trimEnd().split('\n').length;
    const line = Math.min(last, parseDocument(text).errors[0]?.linePos?.[0].line ?? 1);
    throw new ContentError(file, [
      fault({
        field: 'JSON',
        line,
        found: text.split('\n')[line - 1]!.trim(),
        expected: `it is no JSON${line === last ? ', perhaps cut' : ' from here on'}; write it again`,
      }),
    ]);
  }
  const { value, list } = validate(cueSheetSchema(ids), data, { cues: [], effects: [] });
  if (!value) {
    throw new ContentError(
      file,
      list.map((one) => fault(one, idOf(data, one.field))),
    );
  }
  const missing = [
    ...absent('cues', ids, value.cues),
    ...absent('effects', SOUND_EFFECT_IDS, value.effects),
  ];
  if (missing.length > 0)
    throw new ContentError(
      file,
      missing.map((one) => fault(one, one.id)),
    );
  return value;
}

/** The piece that a field such as `cues[3].captions` belongs to. */
function idOf(data: unknown, field: string): string | undefined {
  const [, list, index] = /^(cues|effects)\[(\d+)\]/.exec(field) ?? [];
  if (list !== 'cues') return undefined;
  const { cues } = data as { cues: { id?: unknown }[] };
  const id = cues[Number(index)]?.id;
  return typeof id === 'string' ? id : undefined;
}

function absent(field: string, ids: readonly string[], found: readonly { id: string }[]) {
  return ids
    .filter((id) => found.filter((one) => one.id === id).length !== 1)
    .map((id) => {
      const count = found.filter((one) => one.id === id).length;
      return {
        field,
        id,
        ...(count > 0 && { found: `${id} ${count} times` }),
        expected: count > 0 ? 'each is listed once' : `there is no ${id}`,
      };
    });
}
