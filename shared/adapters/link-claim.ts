import type { LinkClaim } from '#shared/ports.ts';

/** A claim as a short list, so that a link fits into a text: kind, expiry in minutes, then the kind's own fields. */
type Packed = readonly [string, number, ...string[]];

const MINUTE = 60_000;

export function pack(claim: LinkClaim): string {
  return Buffer.from(JSON.stringify(packed(claim))).toString('base64url');
}

function packed(claim: LinkClaim): Packed {
  const expiry = Math.ceil(claim.expiresAt / MINUTE);
  switch (claim.kind) {
    case 'case':
      return ['c', expiry, claim.caseId, claim.staffId];
    case 'answer':
      return ['a', expiry, claim.followUpId, claim.messageId, claim.checkIn, claim.contactId, claim.language];
    case 'unsubscribe':
      return ['u', expiry, claim.followUpId, claim.contactId, claim.language];
  }
}

/** The claim in a payload that we signed, or undefined for one that no release of ours wrote. */
export function unpack(payload: string): LinkClaim | undefined {
  const list = parse(payload);
  if (!list) return undefined;
  const [kind, expiry, ...fields] = list;
  const expiresAt = expiry * MINUTE;
  const [one = '', two = '', three = '', four = '', five = ''] = fields;
  if (kind === 'c' && fields.length === 2) return { kind: 'case', expiresAt, caseId: one, staffId: two };
  if (kind === 'u' && fields.length === 3) {
    return { kind: 'unsubscribe', expiresAt, followUpId: one, contactId: two, language: language(three) };
  }
  if (kind !== 'a' || fields.length !== 5) return undefined;
  return {
    kind: 'answer',
    expiresAt,
    followUpId: one,
    messageId: two,
    checkIn: three,
    contactId: four,
    language: language(five),
  };
}

const language = (code: string): 'en' | 'es' => (code === 'es' ? 'es' : 'en');

function parse(payload: string): Packed | undefined {
  try {
    const list: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return isPacked(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

function isPacked(list: unknown): list is Packed {
  if (!Array.isArray(list)) return false;
  const [kind, expiry, ...fields] = list as readonly unknown[];
  return (
    typeof kind === 'string' &&
    typeof expiry === 'number' &&
    fields.every((field) => typeof field === 'string')
  );
}
