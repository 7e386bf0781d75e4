/** What the fields of a file are, as their schema says: what the authors' guide shows of each. Pure. */
import { z } from 'astro/zod';
import { stringify } from 'yaml';
import { COLOUR } from '../../schemas/theme.ts';

export interface FieldFact {
  /** As it is written; a part of a field as `film.title`. */
  readonly name: string;
  readonly needed: boolean;
  /** What it is; what stands between backticks is code. */
  readonly meaning: string;
  /** What its value has to be, in a few words. */
  readonly limits: string;
  /** The values that it may have, where they are names. */
  readonly values: readonly string[];
  /** A correct line, or several; none for parts, which stand in that of their field. */
  readonly example?: string;
}

/** How JSON Schema writes that a colour has six digits. */
const HEX = COLOUR.source;

/** A schema as JSON Schema has it, as far as fields go. */
interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
}

/**
 * @param schema of a file's fields, each described
 * @param examples a correct value for each
 * @throws Error for a field that does not say what it is
 */
export function fieldFacts(
  schema: z.ZodObject,
  examples: Readonly<Record<string, unknown>>,
): FieldFact[] {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node;
  return factsOf(whole, '').map((fact) =>
    fact.name in examples
      ? {
          ...fact,
          example: stringify({ [fact.name]: examples[fact.name] }, { lineWidth: 0 }).trim(),
        }
      : fact,
  );
}

function factsOf({ properties = {}, required = [] }: Node, before: string): FieldFact[] {
  return Object.entries(properties).flatMap(([key, node]) => {
    const name = `${before}${key}`;
    if (!node.description) throw new Error(`The field "${name}" does not say what it is`);
    // A name, or what it stands for in values of one's own.
    const named = node.anyOf?.find((one) => one.enum);
    const own = node.anyOf?.find((one) => one.properties);
    const values = node.enum ?? node.items?.enum ?? named?.enum ?? [];
    const fact = {
      name,
      needed: required.includes(key),
      meaning: node.description,
      limits: limitsOf(node),
      values,
    };
    return [fact, ...factsOf(own ?? node.items ?? node, `${name}.`)];
  });
}

function limitsOf(node: Node): string {
  if (node.enum) return 'one of';
  if (node.anyOf?.some((one) => one.enum)) return 'fields of its own, or one of';
  if (node.pattern === HEX) return 'a color, `"#d92735"`';
  const date = node.anyOf?.some(({ format }) => format === 'date');
  if (date) return 'a date, YYYY-MM-DD';
  switch (node.type) {
    case 'array': {
      const most = node.maxItems === undefined ? '' : ` of at most ${node.maxItems}`;
      return node.items?.enum ? `a list${most} of` : `a list${most}`;
    }
    case 'integer':
      return `a whole number from ${node.minimum} to ${node.maximum}`;
    case 'boolean':
      return '`true` or `false`';
    case 'object':
      return 'fields of its own';
    default:
      return lengthOf(node);
  }
}

function lengthOf({ minLength = 0, maxLength, format }: Node): string {
  if (format === 'uri') return 'an address with `https://`';
  if (maxLength === undefined) return '';
  return minLength > 1
    ? `${minLength} to ${maxLength} characters`
    : `at most ${maxLength} characters`;
}
