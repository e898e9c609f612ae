/** The part of DynamoDB's expressions that the product writes. Anything else is an error that quotes it. */

export type Item = Record<string, unknown>;
type Names = Readonly<Record<string, string>> | undefined;
type Values = Readonly<Record<string, unknown>> | undefined;

const parsed = new Map<string, readonly (readonly Atom[])[]>();

type Atom = { kind: 'exists' | 'missing' | '=' | '<=' | '<' | '>=' | '>'; name: string; value?: string };

/** Whether an item, or none, meets a condition. */
export function holds(
  condition: string | undefined,
  item: Item | undefined,
  names: Names,
  values: Values,
): boolean {
  if (condition === undefined) return true;
  let any = parsed.get(condition);
  if (!any) {
    any = condition.split(' OR ').map((all) => all.split(' AND ').map(atomOf));
    parsed.set(condition, any);
  }
  return any.some((all) => all.every((atom) => isTrue(atom, item, names, values)));
}

function atomOf(text: string): Atom {
  const presence = /^attribute_(not_)?exists\(([#\w]+)\)$/.exec(text);
  if (presence?.[2]) return { kind: presence[1] ? 'missing' : 'exists', name: presence[2] };
  const comparison = /^([#\w]+) (=|<=|<|>=|>) (:\w+)$/.exec(text);
  const [, name, sign, value] = comparison ?? [];
  if (!name || !sign || !value) throw new Error(`the database of the simulation does not know: ${text}`);
  return { kind: sign as '=', name, value }; // one of the signs in the pattern
}

function isTrue(atom: Atom, item: Item | undefined, names: Names, values: Values): boolean {
  const stored = item?.[nameOf(atom.name, names)];
  if (atom.kind === 'exists' || atom.kind === 'missing')
    return (stored !== undefined) === (atom.kind === 'exists');
  const given = values?.[atom.value ?? ''];
  if (atom.kind === '=') return stored === given;
  if (typeof stored !== 'number' || typeof given !== 'number') return false;
  if (atom.kind === '<=') return stored <= given;
  if (atom.kind === '<') return stored < given;
  return atom.kind === '>=' ? stored >= given : stored > given;
}

const nameOf = (name: string, names: Names): string =>
  name.startsWith('#') ? (names?.[name] ?? name) : name;

/** The item after `SET a = :a, b = b + :c REMOVE d`. */
export function updated(expression: string, item: Item, names: Names, values: Values): Item {
  const next = { ...item };
  const [, set, remove] = /^(?:SET (.*?))?(?: ?REMOVE (.*))?$/.exec(expression) ?? [];
  if (set === undefined && remove === undefined)
    throw new Error(`the database of the simulation does not know: ${expression}`);
  for (const part of set?.split(', ') ?? []) {
    const [, name, added, value] = /^([#\w]+) = (?:([#\w]+) \+ )?(:\w+)$/.exec(part) ?? [];
    if (!name || !value) throw new Error(`the database of the simulation does not know: SET ${part}`);
    const given = values?.[value];
    next[nameOf(name, names)] = added ? Number(item[nameOf(added, names)]) + Number(given) : given;
  }
  for (const name of remove?.split(', ') ?? []) delete next[nameOf(name, names)];
  return next;
}
