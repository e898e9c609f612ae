import * as z from 'zod/v4/core';

/** Thrown for a body that is not what its contract says. Knows the paths of the wrong fields, never a value. */
export class Unreadable extends Error {
  readonly fields: readonly string[];
  constructor(fields: readonly string[]) {
    super('a body could not be read');
    this.name = 'Unreadable';
    this.fields = fields;
  }
}

/** Parses a JSON body with its contract. Throws Unreadable; neither it nor its cause holds a piece of the body. */
export function readBody<S extends z.$ZodType>(schema: S, body: string): z.output<S> {
  const read = z.safeParse(schema, parseJson(body));
  if (read.success) return read.data;
  throw new Unreadable(fieldsIn(read.error, schema));
}

/** Where a body is not what its contract says, in names that the contract knows: anything may have got into others. */
export function fieldsIn({ issues }: z.$ZodError, schema: z.$ZodType): string[] {
  const known = namesIn(schema);
  const nameOf = (part: PropertyKey) =>
    typeof part === 'number' || known.has(String(part)) ? String(part) : '?';
  return issues.map(({ path }) => path.map(nameOf).join('.') || '(body)');
}

/** Every field that a contract names, however deep. */
function namesIn(schema: z.$ZodType): Set<string> {
  const names = new Set<string>();
  const looked = new Set<unknown>();
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || looked.has(part)) return;
    looked.add(part);
    const { _zod, shape } = part as { _zod?: z.$ZodTypeInternals; shape?: object }; // both checked by being there
    if (_zod) return look(_zod.def);
    if (shape) Object.keys(shape).forEach((name) => names.add(name));
    Object.values(part).forEach(look);
  };
  look(schema);
  return names;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // No cause: Node's own error quotes the body.
    throw new Unreadable(['(not JSON)']);
  }
}
