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
  throw new Unreadable(read.error.issues.map(({ path }) => path.map(segment).join('.') || '(body)'));
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // No cause: Node's own error quotes the body.
    throw new Unreadable(['(not JSON)']);
  }
}

function segment(part: PropertyKey): string {
  return /^[A-Za-z0-9_-]{1,40}$/.test(String(part)) ? String(part) : '?';
}
