import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { repeatable } from './aws/client-options.ts';

/** A secret that is read once and kept for a while. */
export type Secret<T> = {
  get(): Promise<T>;
  /** Reads it again, at most once a minute: for when what was read no longer fits, as in a rotation. */
  reload(): Promise<T>;
};

const KEPT_FOR = 5 * 60_000;
const RELOAD_PAUSE = 60_000;

/**
 * A JSON secret of Secrets Manager. `parse` throws for one that has not the expected fields; no error holds a value.
 * A failed refresh keeps what was read before: a secret that worked is better than none.
 */
export function secret<T>(
  arn: string,
  parse: (value: unknown) => T,
  { now = Date.now, read = readFrom(arn) }: { now?: () => number; read?: () => Promise<string> } = {},
): Secret<T> {
  let kept: { value: T; readAt: number } | undefined;

  async function refresh(): Promise<T> {
    const value = parse(asJson(await read()));
    kept = { value, readAt: now() };
    return value;
  }

  return {
    async get() {
      if (kept && now() - kept.readAt < KEPT_FOR) return kept.value;
      try {
        return await refresh();
      } catch (error) {
        if (!kept) throw error;
        return kept.value;
      }
    },
    async reload() {
      return kept && now() - kept.readAt < RELOAD_PAUSE ? kept.value : refresh();
    },
  };
}

function readFrom(arn: string): () => Promise<string> {
  const client = new SecretsManagerClient(repeatable);
  return async () => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    return SecretString ?? '';
  };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No cause: Node's own error quotes the secret.
    throw new BadSecret('is not JSON');
  }
}

/** Thrown for a secret that cannot be used. Says what is wrong, never what stands in it. */
class BadSecret extends Error {
  constructor(problem: string) {
    super(`a secret ${problem}`);
    this.name = 'BadSecret';
  }
}

function text(value: unknown, field: string): string {
  const found = optionalText(value, field);
  if (found === undefined) throw new BadSecret(`has no "${field}"`);
  return found;
}

function optionalText(value: unknown, field: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = (value as Record<string, unknown>)[field];
  return typeof found === 'string' && found !== '' ? found : undefined;
}

export type TwilioSecret = { accountSid: string; authToken: string; previousAuthToken?: string };
export const twilioSecret = (value: unknown): TwilioSecret => {
  const previousAuthToken = optionalText(value, 'previousAuthToken');
  return {
    accountSid: text(value, 'accountSid'),
    authToken: text(value, 'authToken'),
    ...(previousAuthToken && { previousAuthToken }),
  };
};

/** A secret that is being rotated: both values are good until `previous` is taken out. */
export type RotatingSecret = { current: string; previous?: string };
export const rotatingSecret = (value: unknown): RotatingSecret => {
  const previous = optionalText(value, 'previous');
  return { current: text(value, 'current'), ...(previous && { previous }) };
};

/** Never rotated: every contact's id hangs on it. */
export const pepperSecret = (value: unknown): string => text(value, 'pepper');
