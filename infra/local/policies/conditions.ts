export type Condition = {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
};

/** What is known about a call, by condition key; a key may have several values. */
export type CallContext = Readonly<Record<string, readonly string[]>>;

const like = (pattern: string, value: string) => wildcard(pattern).test(value);
const equal = (pattern: string, value: string) => pattern === value;

type Test = { readonly matches: (pattern: string, value: string) => boolean; readonly negated?: true };

const tests: Record<string, Test> = {
  StringEquals: { matches: equal },
  StringNotEquals: { matches: equal, negated: true },
  StringLike: { matches: like },
  StringNotLike: { matches: like, negated: true },
  ArnEquals: { matches: like },
  ArnNotEquals: { matches: like, negated: true },
  ArnLike: { matches: like },
  ArnNotLike: { matches: like, negated: true },
  Bool: { matches: (pattern, value) => pattern.toLowerCase() === value.toLowerCase() },
};

const knownKeys = new Set([
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:SecureTransport',
  'aws:SourceAccount',
  'aws:SourceArn',
  'dynamodb:LeadingKeys',
  'events:detail-type',
  'events:source',
  'kms:CallerAccount',
  'kms:EncryptionContext:aws:logs:arn',
  'kms:GrantIsForAWSResource',
  'kms:ViaService',
  'ses:FromAddress',
]);

const splitOperator = (operator: string) => {
  const set = /^(ForAllValues|ForAnyValue):/.exec(operator)?.[1];
  return { set, base: set === undefined ? operator : operator.slice(set.length + 1) };
};

export const isKnownOperator = (operator: string) => Object.hasOwn(tests, splitOperator(operator).base);
export const isKnownContextKey = (key: string) => knownKeys.has(key);

/** Whether a statement's condition holds. A key that the call does not carry fails a positive test and passes a negated one. */
export function holds({ operator, key, values }: Condition, context: CallContext): boolean {
  const { set, base } = splitOperator(operator);
  const test = tests[base];
  if (!test) return false;
  const actual = context[key] ?? [];
  const matchesOne = (value: string) => values.some((pattern) => test.matches(pattern, value));
  const passes = (value: string) => matchesOne(value) !== (test.negated ?? false);

  if (set === 'ForAllValues') return actual.every(passes);
  if (set === 'ForAnyValue') return actual.some(passes);
  return actual.length === 0 ? (test.negated ?? false) : actual.every(passes);
}

const compiled = new Map<string, RegExp>();

/** IAM's wildcards: `*` any run of characters, `?` one. */
export function wildcard(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known) return known;
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const made = new RegExp(`^${source}$`, 's');
  compiled.set(pattern, made);
  return made;
}
