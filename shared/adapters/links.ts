import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Links } from '#shared/ports.ts';
import { pack, unpack } from './link-claim.ts';
import type { RotatingSecret, Secret } from './secrets.ts';

/** 128 bits of the signature travel: links stand in texts. */
const SIGNATURE_BYTES = 16;

type Options = {
  secret: Secret<RotatingSecret>;
  /** Origin of the public pages, without a trailing slash. */
  publicUrl: string;
};

/**
 * Signed, expiring links: `<origin>/l/<payload>.<signature>`, for unsubscribing `/u/`. A link is a credential: it is
 * never logged. During a rotation links signed with the previous secret stay good; before one is called invalid the
 * secret is read once more, because it may be newer.
 */
export function signedLinks({ secret, publicUrl }: Options): Links {
  return {
    async urlOf(claim) {
      const payload = pack(claim);
      const { current } = await secret.get();
      const page = claim.kind === 'unsubscribe' ? 'u' : 'l';
      return `${publicUrl}/${page}/${payload}.${sign(current, payload).toString('base64url')}`;
    },
    async read(token, now) {
      const [payload = '', signature = '', ...rest] = token.split('.');
      const given = Buffer.from(signature, 'base64url');
      // Decoding skips what is no base64: a signature with anything more in it is none of ours.
      const isWhole = given.length === SIGNATURE_BYTES && given.toString('base64url') === signature;
      if (rest.length > 0 || !isWhole) return { kind: 'invalid' };
      const fits = ({ current, previous }: RotatingSecret) =>
        [current, previous].some((key) => key !== undefined && timingSafeEqual(given, sign(key, payload)));
      if (!fits(await secret.get()) && !fits(await secret.reload())) return { kind: 'invalid' };
      const claim = unpack(payload);
      if (!claim) return { kind: 'invalid' };
      return { kind: claim.expiresAt < now ? 'expired' : 'valid', claim };
    },
  };
}

function sign(key: string, payload: string): Buffer {
  // The label keeps a signature made for anything else from ever being a link.
  return createHmac('sha256', key).update(`handrail-link-1.${payload}`).digest().subarray(0, SIGNATURE_BYTES);
}
