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
    if (text.startsWith(MARK + MARK)) return text.slice(MARK.length);
    return text.startsWith(MARK) ? id + text.slice(MARK.length) : text;
  });
}

function inStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((member) => inStrings(member, change));
  if (typeof value !== 'object' || value === null) return value;
  const changed: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) changed[name] = inStrings(member, change);
  return changed;
}
