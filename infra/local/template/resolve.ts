import { LocalStackError } from '../local-stack-error.ts';

/** How `Ref` and `Fn::GetAtt` are answered. */
export type Lookup = {
  readonly ref: (name: string) => unknown;
  readonly attribute: (logicalId: string, attribute: string) => string;
};

type Intrinsic = (argument: unknown, lookup: Lookup, path: string) => unknown;

const intrinsics: Record<string, Intrinsic> = {
  Ref: (argument, lookup, path) => lookup.ref(text(argument, path)),
  'Fn::GetAtt': (argument, lookup, path) => {
    const [logicalId, ...attribute] = Array.isArray(argument) ? argument : text(argument, path).split('.');
    return lookup.attribute(text(logicalId, path), attribute.join('.'));
  },
  'Fn::Join': (argument, lookup, path) => {
    const [separator, parts] = list(resolve(argument, lookup, path), path);
    return list(parts, path).map(String).join(text(separator, path));
  },
  'Fn::Select': (argument, lookup, path) => {
    const [index, parts] = list(resolve(argument, lookup, path), path);
    return list(parts, path)[Number(index)];
  },
  'Fn::Split': (argument, lookup, path) => {
    const [separator, whole] = list(resolve(argument, lookup, path), path);
    return text(whole, path).split(text(separator, path));
  },
  'Fn::Sub': (argument, lookup, path) => {
    const [template, values] = Array.isArray(argument) ? argument : [argument, {}];
    const own = resolve(values, lookup, path);
    return text(template, path).replaceAll(/\$\{([^!}][^}]*)\}/g, (_, name: string) => {
      if (typeof own === 'object' && own !== null && name in own) return String(Reflect.get(own, name));
      const [logicalId = '', ...attribute] = name.split('.');
      return attribute.length > 0
        ? lookup.attribute(logicalId, attribute.join('.'))
        : String(lookup.ref(name));
    });
  },
  'Fn::GetAZs': () => ['us-east-1a', 'us-east-1b'],
};

/**
 * The value with every intrinsic function carried out.
 * Throws LocalStackError `unsupported-template` for one that is not known here. `path` names the place in messages.
 */
export function resolve(value: unknown, lookup: Lookup, path: string): unknown {
  if (Array.isArray(value)) {
    return value
      .map((item, index) => resolve(item, lookup, `${path}.${index}`))
      .filter((item) => item !== noValue);
  }
  if (typeof value !== 'object' || value === null) return value;

  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
    const intrinsic = intrinsics[only[0]];
    if (!intrinsic)
      throw new LocalStackError(
        'unsupported-template',
        path,
        `${path} uses ${only[0]}, which the local stack cannot do`,
      );
    return intrinsic(only[1], lookup, path);
  }
  const resolved = entries.map(([key, item]) => [key, resolve(item, lookup, `${path}.${key}`)] as const);
  return Object.fromEntries(resolved.filter(([, item]) => item !== noValue));
}

/** What `AWS::NoValue` stands for: the property is left out. */
export const noValue = Symbol('AWS::NoValue');

function text(value: unknown, path: string): string {
  if (typeof value === 'string') return value;
  throw new LocalStackError('unsupported-template', path, `${path}: expected text`);
}

function list(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new LocalStackError('unsupported-template', path, `${path}: expected a list`);
}
