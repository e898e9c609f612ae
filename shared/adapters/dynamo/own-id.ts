/** Stands at the beginning of a string for the document's own id, which its messages, facts and cases repeat. */
const MARK = '@';

/** A value with every string that begins with the document's own id shortened. Bytes are what a write is charged for. */
export function shortened(id: string, value: unknown): unknown {
  return inStrings(value, (text) => {
    if (text.startsWith(id)) return MARK + text.slice(id.length);
    return text.startsWith(MARK) ? MARK + text : text;
  });
}

/** The value that was shortened. */
export function lengthened(id: string, value: unknown): unknown {
  return inStrings(value, (text) => {
    if (!text.startsWith(MARK)) return text;
    return text.startsWith(MARK + MARK) ? text.slice(MARK.length) : id + text.slice(MARK.length);
  });
}

/** What nothing changes in stays the same object: most of a document has no string of that kind. */
function inStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? inList(value, change) : inFields(value as Fields, change);
}

type Fields = Readonly<Record<string, unknown>>;

function inList(list: readonly unknown[], change: (text: string) => string): readonly unknown[] {
  let changed: unknown[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const member = inStrings(list[index], change);
    if (member === list[index]) continue;
    changed ??= [...list];
    changed[index] = member;
  }
  return changed ?? list;
}

function inFields(fields: Fields, change: (text: string) => string): Fields {
  let changed: Record<string, unknown> | undefined;
  for (const name of Object.keys(fields)) {
    const member = inStrings(fields[name], change);
    if (member === fields[name]) continue;
    changed ??= { ...fields };
    changed[name] = member;
  }
  return changed ?? fields;
}
