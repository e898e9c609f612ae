import type { Account } from './messages-resource.ts';

/** What Twilio's resources ask of a client. */
type Request = {
  method: string;
  uri: string;
  params?: Record<string, unknown>;
  data?: Record<string, unknown>;
  headers?: Record<string, string>;
};

/** A carrier that is slower than this counts as unknown. */
const TIME_OUT = 8_000;

/** One attempt per call, in the shape that Twilio's own base client has. Throws when there was no answer. */
export function twilioRequest({ accountSid, authToken }: Account, timeOut: number = TIME_OUT) {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  return async ({ method, uri, params, data, headers }: Request) => {
    const url = new URL(uri);
    if (params) form(params).forEach((value, name) => url.searchParams.append(name, value));
    const response = await fetch(url, {
      method: method.toUpperCase(),
      headers: { ...headers, authorization },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeOut),
      ...(data && { body: form(data).toString() }),
    });
    return {
      statusCode: response.status,
      body: await response.text(),
      headers: Object.fromEntries(response.headers),
    };
  };
}

function form(fields: Record<string, unknown>): URLSearchParams {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) pairs.append(name, String(one));
    }
  }
  return pairs;
}
