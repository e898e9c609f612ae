import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { readJson, writeJson } from '../data/json-file.ts';
import type { Resource, Resources } from '../template/resources.ts';

export type LocalSecrets = {
  readonly arnOf: (idOrArn: string) => string | undefined;
  /** The secret string. */
  readonly valueOf: (arn: string) => string;
  /** By the name in code, such as `EventsSecret`, parsed. */
  readonly named: (name: string) => Readonly<Record<string, unknown>>;
};

const Kept = z.record(z.string(), z.string());
const Generate = z.object({
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
  PasswordLength: z.number().default(32),
});

/**
 * Values of the template's secrets: those given by name in code, else made up once and kept.
 * `file` keeps them over a restart.
 */
export function createSecrets(
  resources: Resources,
  given: Readonly<Record<string, unknown>>,
  file: string | undefined,
): LocalSecrets {
  const kept = Kept.safeParse(file === undefined ? undefined : readJson(file)).data ?? {};
  const secrets = resources.ofType('AWS::SecretsManager::Secret');
  for (const secret of secrets) kept[secret.ref] ??= JSON.stringify(given[secret.name]) ?? makeUp(secret);
  if (file !== undefined) writeJson(file, kept);

  const arnOf = (idOrArn: string) =>
    secrets.find((secret) => secret.ref === idOrArn || secret.properties['Name'] === idOrArn)?.ref;
  const valueOf = (arn: string) => kept[arn] ?? '';
  return {
    arnOf,
    valueOf,
    named: (name) => {
      const { ref } = resources.named('AWS::SecretsManager::Secret', name);
      return z.record(z.string(), z.unknown()).parse(JSON.parse(valueOf(ref)));
    },
  };
}

function makeUp(secret: Resource): string {
  const fixed = secret.properties['SecretString'];
  if (typeof fixed === 'string') return fixed;
  const generate = Generate.parse(secret.properties['GenerateSecretString'] ?? {});
  const password = randomBytes(generate.PasswordLength).toString('hex').slice(0, generate.PasswordLength);
  if (generate.GenerateStringKey === undefined) return password;
  const template = z.record(z.string(), z.unknown()).parse(JSON.parse(generate.SecretStringTemplate ?? '{}'));
  return JSON.stringify({ ...template, [generate.GenerateStringKey]: password });
}
