import { describe, expect, it } from 'vitest';
import { signedLinks } from '#shared/adapters/links.ts';
import { rotatingSecret, secret } from '#shared/adapters/secrets.ts';
import type { LinkClaim } from '#shared/ports.ts';

const NOON = Date.parse('2026-11-23T17:00:00Z');
const DAY = 86_400_000;

const CLAIMS: LinkClaim[] = [
  { kind: 'case', caseId: 'case#abc', staffId: 'st-20', expiresAt: NOON + DAY },
  {
    kind: 'answer',
    followUpId: 'fu#abc',
    messageId: 'fu#abc.c1.1.email',
    checkIn: 'c1',
    contactId: 'c-1',
    language: 'es',
    expiresAt: NOON + DAY,
  },
  { kind: 'unsubscribe', followUpId: 'fu#abc', contactId: 'c-1', language: 'en', expiresAt: NOON + DAY },
];

const linksWith = (...secrets: object[]) => {
  let reads = 0;
  let now = NOON;
  const links = signedLinks({
    secret: secret('arn', rotatingSecret, {
      now: () => now,
      read: () => Promise.resolve(JSON.stringify(secrets[Math.min(reads++, secrets.length - 1)])),
    }),
    publicUrl: 'https://handrail.example.org',
  });
  return { links, later: (milliseconds: number) => void (now += milliseconds) };
};

const tokenOf = (url: string) => url.split('/').at(-1) ?? '';

describe('a signed link', () => {
  it.each(CLAIMS)('lets its holder do what it was made for: $kind', async (claim) => {
    const { links } = linksWith({ current: 'key' });
    const url = await links.urlOf(claim);
    expect(url).toMatch(
      claim.kind === 'unsubscribe'
        ? /^https:\/\/handrail\.example\.org\/u\/[\w.-]+$/
        : /^https:\/\/handrail\.example\.org\/l\/[\w.-]+$/,
    );
    expect(await links.read(tokenOf(url), NOON)).toEqual({ kind: 'valid', claim });
  });

  it('works to the minute it expires in, and not after', async () => {
    const { links } = linksWith({ current: 'key' });
    const token = tokenOf(
      await links.urlOf({ kind: 'case', caseId: 'case#1', staffId: 's', expiresAt: NOON }),
    );
    expect((await links.read(token, NOON)).kind).toBe('valid');
    expect((await links.read(token, NOON + 1)).kind).toBe('expired');
  });

  it('survives a rotation, and a rotation that this process has not seen yet', async () => {
    const old = tokenOf(await linksWith({ current: 'old' }).links.urlOf(CLAIMS[0]!));
    const rotated = linksWith({ current: 'new', previous: 'old' });
    expect((await rotated.links.read(old, NOON)).kind).toBe('valid');
    const behind = linksWith({ current: 'older' }, { current: 'old' });
    await behind.links.urlOf(CLAIMS[0]!);
    behind.later(60_000);
    expect((await behind.links.read(old, NOON)).kind).toBe('valid');
    expect((await linksWith({ current: 'new' }).links.read(old, NOON)).kind).toBe('invalid');
  });

  it('is worth nothing once any of its characters is changed', async () => {
    const { links } = linksWith({ current: 'key' });
    const token = tokenOf(await links.urlOf(CLAIMS[1]!));
    for (let place = 0; place < token.length - 1; place += 1) {
      const other = token[place] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, place) + other + token.slice(place + 1);
      expect((await links.read(changed, NOON)).kind).toBe('invalid');
    }
  });

  it.each(['', '.', 'a.b', 'a.b.c', '%', 'WyJjIiwxXQ', '\u0000'])(
    'takes no token such as %j',
    async (token) => {
      expect(await linksWith({ current: 'key' }).links.read(token, NOON)).toEqual({ kind: 'invalid' });
    },
  );

  it('says nothing about a person', async () => {
    const { links } = linksWith({ current: 'key' });
    const payload = tokenOf(await links.urlOf(CLAIMS[0]!)).split('.')[0] ?? '';
    expect(Buffer.from(payload, 'base64url').toString()).toBe('["c",29925660,"case#abc","st-20"]');
  });
});
