import { hash } from 'node:crypto';

/** The document of a session's follow-up, and the first part of the ids of cases about it. */
export const documentOf = (agencyId: string, sessionId: string): string =>
  `fu#${hash('sha256', `${agencyId}\n${sessionId}`, 'base64url').slice(0, 22)}`;

/** `<document>~<step>~<attempt>~<channel>`, as it stands in the callback address. */
export function partsOfMessage(id: string): { doc: string; step: string; channel: string } {
  const [doc = id, step = '', , channel = ''] = id.split('~');
  return { doc, step, channel };
}

/** `case#in.<text>`, or `case#<session>.<reason>.<about>`. */
export function partsOfCase(id: string): { doc?: string; reason: string; about: string } {
  const rest = id.replace(/^case#/, '');
  if (rest.startsWith('in.')) return { reason: 'in', about: rest.slice(3) };
  const [session = '', reason = '', ...about] = rest.split('.');
  return { doc: `fu#${session}`, reason, about: about.join('.') };
}

/** The id of an answer on a page: made of what was said and of the e-mail whose link was used. */
export const pageAnswerId = (messageId: string, button: string, words: string): string =>
  `web-${hash('sha256', JSON.stringify([messageId, button, words]), 'base64url')}`;

/** A machine's answer to a text, of a follow-up: which text; undefined for what was planned. */
export const answeredText = (step: string): string | undefined =>
  step.startsWith('re-') ? step.slice(3) : undefined;

export const isOfCase = (doc: string): boolean => doc.startsWith('case#');
