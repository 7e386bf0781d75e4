/** Replies as lines of JSON, for export and import. */
import { z } from 'astro/zod';
import { UsageError } from '../settings.ts';
import type { Secrets } from './secrets.ts';
import { type NewReply, newId, type ReplyRow } from './store.ts';

const optional = z.string().max(4_000).optional();

const lineSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional(),
  place: z.string().regex(/^[\w./-]{1,200}$/),
  parent: optional,
  kind: z.enum(['reply', 'webmention', 'pingback']).default('reply'),
  state: z.enum(['waiting', 'approved', 'rejected']).default('waiting'),
  name: z.string().min(1).max(200),
  site: z.url({ protocol: /^https?$/ }).optional(),
  email: optional,
  text: z.string().max(20_000),
  title: optional,
  url: z.url({ protocol: /^https?$/ }).optional(),
  target: optional,
  marks: optional,
  /** ISO 8601. */
  created: z.iso.datetime(),
});

export function toLines(rows: readonly ReplyRow[], secrets: Secrets): string {
  return rows
    .map(({ writer: _writer, digest: _digest, email, created, ...row }) => {
      const told = {
        ...row,
        email: email === null ? null : secrets.decrypt(email, row.id),
        created: new Date(created).toISOString(),
      };
      const given = Object.entries(told).filter(
        ([, value]) => value !== null && value !== undefined && value !== '',
      );
      return `${JSON.stringify(Object.fromEntries(given.concat(row.text === '' ? [['text', '']] : [])))}\n`;
    })
    .join('');
}

/** @throws UsageError naming the first line that is none */
export function fromLines(text: string, secrets: Secrets): NewReply[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new UsageError(`Line ${index + 1} is no JSON: ${line.slice(0, 60)}`);
    }
    const { data, error } = lineSchema.safeParse(value);
    if (!data) {
      const [issue] = error.issues;
      throw new UsageError(
        `Line ${index + 1}, ${issue?.path.join('.') || 'line'}: ${issue?.message}`,
      );
    }
    const { id = newId(), email, parent, site, title, url, target, marks, created, ...rest } = data;
    return [
      {
        ...rest,
        id,
        parent: parent ?? null,
        site: site ?? null,
        title: title ?? null,
        url: url ?? null,
        target: target ?? null,
        marks: marks ?? '',
        email: email === undefined ? null : secrets.encrypt(email, id),
        writer: email === undefined ? null : secrets.sign('writer', rest.name, email.toLowerCase()),
        digest:
          url !== undefined && target !== undefined
            ? secrets.sign('mention', url, target)
            : secrets.sign('reply', rest.place, parent ?? '', rest.name, rest.text),
        created: Date.parse(created),
      },
    ];
  });
}
