import { createHmac } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { bodyIn } from './request.ts';
import { PUBLIC_URL, secrets } from './secrets.ts';

/**
 * Signs, and says what is signed, as the senders' documents describe it. Shares no code with what is tested: a request
 * that changes anything must be signed by this.
 */
export function isSigned(event: APIGatewayProxyEventV2, now: number): boolean {
  const header = (name: string) =>
    Object.entries(event.headers).findLast(([key]) => key.toLowerCase() === name)?.[1] ?? '';
  if (event.routeKey === 'POST /events')
    return isSignedEvent(bodyIn(event), header('handrail-signature'), now);
  if (event.routeKey.includes('{token}')) return isGoodLink(event.pathParameters?.['token'] ?? '', now);
  const target = event.rawQueryString ? `${event.rawPath}?${event.rawQueryString}` : event.rawPath;
  const given = header('x-twilio-signature');
  if (!/^[\w+/]{27}=$/.test(given)) return false;
  const { authToken, previousAuthToken } = secrets.twilio;
  return [authToken, previousAuthToken].some((token) => signForm(token, target, bodyIn(event)) === given);
}

/** https://www.twilio.com/docs/usage/security#validating-requests; a field given twice counts once per value. */
export function signForm(token: string, target: string, body: string): string {
  const fields = new Map<string, Set<string>>();
  for (const [name, value] of new URLSearchParams(body))
    fields.set(name, (fields.get(name) ?? new Set()).add(value));
  const names = [...fields.keys()].sort();
  const text = names.map((name) =>
    [...(fields.get(name) ?? [])]
      .sort()
      .map((value) => name + value)
      .join(''),
  );
  return createHmac('sha1', token)
    .update(`${PUBLIC_URL}${target}${text.join('')}`)
    .digest('base64');
}

export function signEvent(key: string, seconds: number, body: string): string {
  return `t=${seconds},v1=${eventMac(key, String(seconds), body)}`;
}

const eventMac = (key: string, t: string, body: string) =>
  createHmac('sha256', key).update(`${t}.${body}`).digest('hex');

function isSignedEvent(body: string, header: string, now: number): boolean {
  const parts = header.split(',').map((part) => part.trim());
  const t = parts.find((part) => part.startsWith('t='))?.slice(2) ?? '';
  if (!/^\d+$/.test(t) || Math.abs(now / 1000 - Number(t)) > 301) return false;
  const good = [secrets.events.current, secrets.events.previous].map((key) => `v1=${eventMac(key, t, body)}`);
  return parts.some((part) => good.includes(part.toLowerCase()));
}

/** `payload` is JSON: kind, expiry in minutes, then the kind's own fields. */
export function signLink(key: string, payload: readonly unknown[]): string {
  const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${text}.${linkMac(key, text)}`;
}

const linkMac = (key: string, payload: string) =>
  createHmac('sha256', key)
    .update(`handrail-link-1.${payload}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');

function isGoodLink(token: string, now: number): boolean {
  const [payload = '', mac, ...rest] = token.split('.');
  const { current, previous } = secrets.link;
  if (rest.length > 0 || ![current, previous].some((key) => linkMac(key, payload) === mac)) return false;
  try {
    return Number(JSON.parse(Buffer.from(payload, 'base64url').toString())[1]) * 60_000 >= now;
  } catch {
    return false;
  }
}
