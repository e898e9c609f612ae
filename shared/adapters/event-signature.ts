import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RotatingSecret, Secret } from './secrets.ts';

/** A rotation has two; each one more would be work for anybody. */
const MOST_SIGNATURES = 10;

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
    const text = `${at}.${rawBody}`;
    const fits = ({ current, previous }: RotatingSecret) =>
      [current, previous].some((key) => key !== undefined && isOneOf(signatures, hmac(key, text)));
    return fits(await secret.get()) || fits(await secret.reload());
  };
}

/** Signs a body as an agency's system does. */
export function signEvent(rawBody: string, key: string, at: number): string {
  const seconds = Math.floor(at / 1000);
  return `t=${seconds},v1=${hmac(key, `${seconds}.${rawBody}`).toString('hex')}`;
}

function parse(header: string): { at?: number; signatures: string[] } {
  const parts = header.split(',').map((part) => part.trim());
  const at = /^t=(\d{1,12})$/.exec(parts.find((part) => part.startsWith('t=')) ?? '')?.[1];
  const signatures = parts.flatMap((part) => /^v1=([0-9a-f]{64})$/i.exec(part)?.[1] ?? []);
  return { ...(at !== undefined && { at: Number(at) }), signatures: signatures.slice(0, MOST_SIGNATURES) };
}

const hmac = (key: string, text: string): Buffer => createHmac('sha256', key).update(text, 'utf8').digest();

const isOneOf = (signatures: readonly string[], expected: Buffer): boolean =>
  signatures.some((signature) => timingSafeEqual(Buffer.from(signature, 'hex'), expected));
