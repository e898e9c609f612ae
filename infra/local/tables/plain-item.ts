/** A DynamoDB item in its wire format as plain values; sets become lists, binaries stay base64. */
export function plainItem(item: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: unknown): unknown {
  const [only] = Object.entries(Object(value));
  if (!only) return undefined;
  const [type, content] = only;
  switch (type) {
    case 'N':
      return Number(content);
    case 'NS':
      return Array.isArray(content) ? content.map(Number) : [];
    case 'NULL':
      return null;
    case 'L':
      return Array.isArray(content) ? content.map(plainValue) : [];
    case 'M':
      return plainItem(Object(content));
    default:
      return content;
  }
}
