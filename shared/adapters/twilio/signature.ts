import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import type { Secret, TwilioSecret } from '#shared/adapters/secrets.ts';

type Signed = {
  /** Path and query exactly as requested. */
  target: string;
  signature: string | undefined;
  /** The form as posted. */
  rawBody: string;
};

/** In characters. A text has 1,600 of them and ten pictures; checking a signature over megabytes would be work for anybody. */
const LONGEST_FORM = 100_000;

/**
 * Whether a webhook comes from Twilio, by Twilio's own validator over the public address and the form. During a
 * rotation the previous token is good too; before a refusal the secret is read once more, because it may be newer.
 */
export function twilioSignature({
  secret,
  publicUrl,
}: {
  secret: Secret<TwilioSecret>;
  publicUrl: string;
}): (request: Signed) => Promise<boolean> {
  return async ({ target, signature, rawBody }) => {
    if (!signature || rawBody.length > LONGEST_FORM) return false;
    const form = formOf(rawBody);
    const fits = ({ authToken, previousAuthToken }: TwilioSecret) =>
      [authToken, previousAuthToken].some(
        (token) => token !== undefined && isValid(token, signature, `${publicUrl}${target}`, form),
      );
    return fits(await secret.get()) || fits(await secret.reload());
  };
}

/** The fields of a form; one that is given more than once becomes a list, as Twilio signs it. */
export function formOf(rawBody: string): Record<string, string | string[]> {
  const form: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(rawBody)) {
    const before = form[name];
    if (before === undefined) form[name] = value;
    else if (typeof before === 'string') form[name] = [before, value];
    else before.push(value);
  }
  return form;
}

function isValid(
  token: string,
  signature: string,
  url: string,
  form: Record<string, string | string[]>,
): boolean {
  try {
    return validateRequest(token, signature, url, form);
  } catch {
    return false; // an address that no URL parser takes was not signed by Twilio
  }
}
