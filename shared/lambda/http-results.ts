import type { HttpResult } from './http-handler.ts';

type Extra = Pick<HttpResult, 'outcome'> & Partial<Pick<HttpResult, 'ids' | 'fields' | 'headers'>>;

/** An answer without a body. */
export function empty(status: number, extra: Extra): HttpResult {
  return { status, ...extra };
}

export function json(status: number, value: unknown, extra: Extra): HttpResult {
  return {
    status,
    ...extra,
    headers: { 'content-type': 'application/json', ...extra.headers },
    body: JSON.stringify(value),
  };
}

/** RFC 9457. `problems` lists every wrong field at once, by path. */
export function problem(
  status: number,
  title: string,
  extra: Extra & { problems?: readonly { path: string; problem: string }[] },
): HttpResult {
  const { problems, ...rest } = extra;
  return {
    status,
    ...rest,
    headers: { 'content-type': 'application/problem+json', ...extra.headers },
    body: JSON.stringify({ type: 'about:blank', title, status, ...(problems && { problems }) }),
  };
}

/** No script, nothing from elsewhere, in no frame; never stored, and no address of ours sent along with a click. */
const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
  'strict-transport-security': 'max-age=31536000',
} as const;

/** A page. */
export function html(status: number, page: string, extra: Extra): HttpResult {
  return { status, ...extra, headers: { ...PAGE_HEADERS, ...extra.headers }, body: page };
}

/** TwiML; an empty answer sends nothing. */
export function twiml(body: string, extra: Extra): HttpResult {
  return {
    status: 200,
    ...extra,
    headers: { 'content-type': 'text/xml; charset=utf-8', ...extra.headers },
    body,
  };
}
