import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { newContact, released, suppressed } from '#shared/domain/contact/change-contact.ts';
import type { Contact } from '#shared/domain/contact/contact.ts';
import { readReply } from '#shared/domain/replies/read-reply.ts';
import { anyMoment, anyProgramme } from './any-session.ts';
import { aContactWorld, anyContact, anyContactSteps, takeContactStep } from './contact-world.ts';
import { must, PATIENCE, propertyRuns } from './property-runs.ts';

describe('whatever is said about a phone, and whoever wants to text it', () => {
  it(
    'a stop holds, the day’s cap holds, and everything else may go',
    () => {
      const live = anyProgramme.map((programme) => ({ ...programme, sending: { mode: 'live' as const } }));
      fc.assert(
        fc.property(anyContact, live, anyMoment, anyContactSteps, (contact, programme, now, steps) => {
          const world = aContactWorld(contact, programme, now);
          for (const step of steps) takeContactStep(world, step);
        }),
        propertyRuns(1500),
      );
    },
    PATIENCE,
  );

  it('a stop, a START and a block in any order leave it closed where the last word or a block closes it', () => {
    const word = fc.record({
      kind: fc.constantFrom('stop', 'stop', 'start', 'block'),
      at: fc.nat({ max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), fc.array(word, { maxLength: 6 }), (some, others) => {
        const words = [...some, ...others];
        const stops = words.flatMap(({ kind, at }) => (kind === 'stop' ? [at] : []));
        const starts = words.flatMap(({ kind, at }) => (kind === 'start' ? [at] : []));
        const isClosed =
          words.some(({ kind }) => kind === 'block') || Math.max(-1, ...stops) > Math.max(-1, ...starts);
        for (const order of [words, words.toReversed(), [...others, ...some]]) {
          const { suppression } = order.reduce<Contact>(hear, aPhone);
          must(
            !isClosed || suppression !== undefined,
            'the last word and every block hold in any order',
            order,
          );
        }
      }),
      propertyRuns(2000),
    );
  });

  it('only START and UNSTOP take a stop back, and no other word does, YES least of all', () => {
    const words = fc.array(
      fc.constantFrom(
        'yes',
        'ok',
        'si',
        'start',
        'unstop',
        'please',
        'texting',
        'again',
        'me',
        '1',
        '.',
        '!',
        'START',
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(words, fc.constantFrom(' ', ', ', '\n'), (parts, gap) => {
        const text = parts.join(gap);
        const isStart = /^\W*(start|unstop)\W*$/i.test(text);
        const isOptIn = readReply(text, { asked: 'check-in' }).consent === 'opt-in';
        must(isOptIn === isStart, 'a client starts again by that word alone', text);
      }),
      propertyRuns(1000),
    );
  });
});

const aPhone = newContact({ id: 'ct-1', channel: 'sms', value: '+14105550134' });

function hear(contact: Contact, { kind, at }: { kind: string; at: number }): Contact {
  if (kind === 'start') return released(contact, at);
  return suppressed(contact, { reason: kind === 'stop' ? 'opt-out-words' : 'wrong-number', at });
}
