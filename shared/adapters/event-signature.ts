import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RotatingSecret, Secret } from './secrets.ts';

/** How far a signature's time may lie from ours, in seconds. */
const TOLERANCE_SECONDS = 300;

/**
 * Checks `Handrail-Signature: t=…,v1=…[,v1=…]`: hex HMAC-SHA256 of `${t}.${raw body}`. During a rotation both values of
 * the secret are good, and a signature that fits neither has the secret read once more before it is refused.
 */
export function eventSignature(secret: Secret<RotatingSecret>, now: () => number) {
  return async (rawBody: string, header: string | undefined): Promise<boolean> => {
    const { at, signatures } = parse(header ?? '');
    if (at === undefined || Math.abs(now() / 1000 - at) > TOLERANCE_SECONDS) return false;
    const fits = (keys: RotatingSecret) =>
      [keys.current, keys.previous].some(
        (key) => key && signatures.some((signature) => matches(key, `${at}.${rawBody}`, signature)),
      );
    return fits(await secret.get()) || fits(await secret.reload());
  };
}

/** Signs a body as an agency's system does. */
export function signEvent(rawBody: string, key: string, at: number): string {
  const seconds = Math.floor(at / 1000);
  return `t=${seconds},v1=${hmac(key, `${seconds}.${rawBody}`).toString('hex')}`;
}

function parse(header: string): { at?: number; signatures: string[] } {
  const parts = header.split(',').map((part) => part.trim().split('='));
  const at = Number(parts.find(([name]) => name === 't')?.[1]);
  const signatures = parts.flatMap(([name, value]) => (name === 'v1' && value ? [value] : []));
  return { ...(Number.isInteger(at) && { at }), signatures };
}

const hmac = (key: string, text: string): Buffer => createHmac('sha256', key).update(text, 'utf8').digest();

function matches(key: string, text: string, signature: string): boolean {
  const expected = hmac(key, text);
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
