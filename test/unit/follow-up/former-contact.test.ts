import { describe, expect, it } from 'vitest';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import type { ReplyReading } from '#shared/domain/replies/read-reply.ts';
import { aFollowUp, NOW } from '#test/builders/a-follow-up.ts';
import { after, anAskedCheckIn, casesOf } from './follow-up-steps.ts';

const reading: ReplyReading = {
  consent: 'none',
  safety: 'none',
  meaning: 'unclear',
  about: 'other',
  queue: 'routine',
  language: 'en',
  because: [],
};
const from = (contactId: string, read: Partial<ReplyReading>): FollowUpInput => ({
  kind: 'reply',
  inboundId: 'SM1',
  contactId,
  at: NOW,
  channel: 'sms',
  reading: { ...reading, ...read },
});
const stop = { consent: 'opt-out', meaning: 'unclear' } as const;
/** The agency gave another telephone after the first check-in. */
const moved = (): FollowUp => aFollowUp({ checkIns: [anAskedCheckIn()], contactsAt: NOW - 1 });
const FORMER = 'a-former-contact';
const suppressed = (step: ReturnType<typeof after>) =>
  step.effects.flatMap((effect) => (effect.kind === 'suppress-contact' ? [effect.contactId] : []));

describe('a text from a telephone that the client had before', () => {
  it('reaches a person, who can read what it says', () => {
    const [words] = casesOf(after(moved(), from(FORMER, {})));
    const [call] = casesOf(after(moved(), from(FORMER, { meaning: 'call-me' })));

    expect(words).toMatchObject({
      reason: 'reply-to-read',
      subject: { inboundId: 'SM1', contactId: FORMER },
    });
    expect(call).toMatchObject({
      reason: 'asked-for-call',
      subject: { inboundId: 'SM1', contactId: FORMER },
    });
  });

  it('is answered on neither telephone: the one did not write, and of the other nobody knows whose it is', () => {
    expect(after(moved(), from(FORMER, {})).followUp.outbox).toEqual([]);
    expect(after(moved(), from(FORMER, stop)).followUp.outbox).toEqual([]);
    expect(after(moved(), from('a-contact', {})).followUp.outbox).toMatchObject([{ contactId: 'a-contact' }]);
  });

  it('that says stop ends the plan, and it is the former telephone that is not written to again', () => {
    const stopped = after(moved(), from(FORMER, { ...stop, safety: 'distress' }));
    const held = after(moved(), from(FORMER, { ...stop, consent: 'ambiguous-opt-out' }));

    expect(stopped.followUp.ended).toMatchObject([{ state: 'cancelled', why: 'opted-out' }]);
    expect(suppressed(stopped)).toEqual([FORMER]);
    expect(casesOf(stopped)[0]).toMatchObject({ reason: 'opted-out', subject: { contactId: FORMER } });
    expect(held.followUp.hold).toMatchObject({ why: 'ambiguous-opt-out' });
    expect(suppressed(held)).toEqual([FORMER]);
  });

  it('that says stop ends or holds the plan also where the client has only a mailbox now', () => {
    const reach = { email: { contactId: 'a-mailbox', discreet: false } };
    const mailed = aFollowUp({ reach });
    const stopped = after(mailed, from(FORMER, stop));
    const held = after(mailed, from(FORMER, { ...stop, consent: 'ambiguous-opt-out' }));

    expect(stopped.followUp.ended).toMatchObject([{ state: 'cancelled', why: 'opted-out' }]);
    expect(held.followUp).toMatchObject({ status: 'held', reach });
    for (const step of [stopped, held]) expect(suppressed(step)).toEqual([FORMER]);
    const closedLater = aFollowUp({ reach, session: { ...mailed.session, closedAt: NOW } });
    expect(after(closedLater, from(FORMER, stop)).followUp.checkIns).toHaveLength(1);
  });

  it('that says it is the wrong number is told to a person and ends nothing', () => {
    const wrong = after(moved(), from(FORMER, { meaning: 'wrong-number' }));

    expect(wrong.followUp).toMatchObject({ name: 'Maya', reach: moved().reach, checkIns: [{ id: 'd1' }] });
    expect(suppressed(wrong)).toEqual([]);
    expect(casesOf(wrong)).toMatchObject([{ reason: 'wrong-number', subject: { contactId: FORMER } }]);
    expect(after(moved(), from('a-contact', { meaning: 'wrong-number' })).followUp.checkIns).toEqual([]);
  });
});
