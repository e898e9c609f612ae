import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReply } from '#shared/domain/replies/read-reply.ts';
import { HARMLESS } from './cases/harmless.ts';
import { URGENT } from './cases/urgent.ts';

const asked = fc.constantFrom('check-in' as const, 'referral' as const, 'none' as const);

describe('whatever a phone may send', () => {
  it('is read without a throw, and needs nobody only as a bare doing-ok', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.string({ maxLength: 400 }),
    );
    fc.assert(
      fc.property(anything, asked, (text, menu) => {
        const reading = readReply(text, { asked: menu });
        if (reading.queue === 'none')
          expect(reading).toMatchObject({ meaning: 'ok', safety: 'none', consent: 'none' });
      }),
      { numRuns: 3000 },
    );
  });

  it('stays urgent whatever harmless sentence stands before or after', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...URGENT.filter((text) => text.includes(' '))),
        fc.constantFrom(...HARMLESS),
        (urgent, harmless) => {
          const solid = readReply(`hm. ${urgent}`, { asked: 'check-in' });
          fc.pre(solid.safety === 'urgent');
          expect(readReply(`${harmless}. hm. ${urgent}`, { asked: 'check-in' }).safety).toBe('urgent');
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('says the same twice, for nothing is remembered between replies', () => {
    fc.assert(
      fc.property(fc.constantFrom(...URGENT, ...HARMLESS), fc.constantFrom(...HARMLESS), (text, other) => {
        const first = readReply(text, { asked: 'check-in' });
        readReply(other, { asked: 'check-in' });
        expect(readReply(text, { asked: 'check-in' })).toEqual(first);
      }),
    );
  });

  it.each([
    'a'.repeat(100_000),
    'stop '.repeat(20_000),
    'i want to '.repeat(10_000),
    '1'.repeat(50_000),
    '💊'.repeat(20_000),
    'me my i '.repeat(12_000),
    'k '.repeat(50_000),
  ])('is read in well under a second, however long (case %#)', (body) => {
    const before = performance.now();
    readReply(body, { asked: 'check-in' });
    expect(performance.now() - before).toBeLessThan(500);
  });
});
