import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { OwedPost } from './carrier-state.ts';

export type PostResult = { readonly ok: true } | { readonly ok: false; readonly reason: string };

const ANSWER_MS = 15_000;

/**
 * Posts to a webhook as Twilio does: form-encoded, signed over the address as written without its fragment, again as
 * often as `#rc=…` says, then to the fallback.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export async function postWebhook(post: OwedPost, authToken: string): Promise<PostResult> {
  let result: PostResult = { ok: false, reason: 'not posted' };
  for (let attempt = 0; attempt <= retriesOf(post.url); attempt += 1) {
    result = await postOnce(post.url, post.parameters, authToken);
    if (result.ok) return result;
  }
  if (post.fallbackUrl === undefined) return result;
  const errorUrl = withoutFragment(post.url);
  return postOnce(
    post.fallbackUrl,
    { ...post.parameters, ErrorCode: '11200', ErrorUrl: errorUrl },
    authToken,
  );
}

async function postOnce(
  address: string,
  parameters: Readonly<Record<string, string>>,
  authToken: string,
): Promise<PostResult> {
  const url = withoutFragment(address);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'user-agent': 'TwilioProxy/1.1',
        'x-twilio-signature': getExpectedTwilioSignature(authToken, url, { ...parameters }),
      },
      body: new URLSearchParams(parameters).toString(),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    await response.arrayBuffer();
    return response.ok ? { ok: true } : { ok: false, reason: `HTTP ${response.status}` };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : 'no connection' };
  }
}

const withoutFragment = (url: string) => url.split('#')[0] ?? url;

function retriesOf(url: string): number {
  const overrides = new URLSearchParams(url.split('#')[1] ?? '');
  return Math.min(Number(overrides.get('rc') ?? 1), 5);
}
