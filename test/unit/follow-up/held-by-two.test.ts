import { describe, expect, it } from 'vitest';
import { advance } from '#shared/domain/follow-up/advance.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { HOUR } from '#shared/domain/record.ts';
import { readReply } from '#shared/domain/replies/read-reply.ts';
import { aFollowUp, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { afterInputs, aText } from './after-inputs.ts';
import { after } from './follow-up-steps.ts';

const custody = (at: number): FollowUpInput => ({ kind: 'held', why: 'custody', at, by: 'agency' });
const maybeStop = (at: number): FollowUpInput => aText('end it', at, `IN-${at}`);
const byMail = (at: number, contactId?: string): FollowUpInput => ({
  kind: 'reply',
  inboundId: `M-${at}`,
  at,
  channel: 'email',
  reading: readReply('end it', { asked: 'check-in' }),
  ...(contactId && { contactId }),
});
const both = (): FollowUp =>
  aFollowUp({ reach: { ...aFollowUp().reach, email: { contactId: 'a-mailbox', discreet: false } } });
const holdAfter = (...inputs: FollowUpInput[]) => afterInputs(both(), inputs, NOW + HOUR).followUp.hold;

describe('a plan that the agency holds, and whose client may have stopped it', () => {
  it('stays held for both reasons, in whatever order they came', () => {
    expect(holdAfter(custody(NOW), maybeStop(NOW + 1))).toEqual({
      why: 'custody',
      since: NOW,
      undecided: true,
    });
    expect(holdAfter(maybeStop(NOW), custody(NOW + 1))).toEqual({
      why: 'custody',
      since: NOW + 1,
      undecided: true,
    });
    expect(holdAfter(maybeStop(NOW), custody(NOW + 1), custody(NOW + 2))).toEqual({
      why: 'custody',
      since: NOW + 2,
      undecided: true,
    });
    expect(holdAfter(custody(NOW), custody(NOW + 1))).toEqual({ why: 'custody', since: NOW + 1 });
  });

  it('waits on for the person who judges the words when the agency lifts its own hold, and the record says so', () => {
    const { followUp } = afterInputs(both(), [custody(NOW), maybeStop(NOW + 1)], NOW + 1);
    const lifted = after(followUp, { kind: 'hold-lifted', at: NOW + HOUR, by: 'agency' }, NOW + HOUR);

    expect(lifted.followUp).toMatchObject({
      status: 'held',
      hold: { why: 'ambiguous-opt-out', since: NOW + HOUR },
    });
    expect(lifted.followUp.hold).not.toHaveProperty('undecided');
    expect(lifted.facts).toEqual([{ kind: 'hold-lifted', by: 'agency', at: NOW + HOUR }]);
  });
});

it('a client who may have stopped on two channels is held since the later words, whichever come first', () => {
  const since = { why: 'ambiguous-opt-out', since: NOW + 1 };

  expect(holdAfter(maybeStop(NOW + 1), byMail(NOW))).toEqual(since);
  expect(holdAfter(byMail(NOW), maybeStop(NOW + 1))).toEqual(since);
});

describe('words that may be a stop, from a mailbox that the plan does not use', () => {
  it('hold the plan, and the mailbox is written to no more where it is known', () => {
    const unknown = after(aFollowUp(), byMail(NOW));
    const known = after(aFollowUp(), byMail(NOW, 'a-mailbox'));

    expect(unknown.followUp).toMatchObject({ status: 'held', hold: { why: 'ambiguous-opt-out' } });
    expect(unknown.effects.map(({ kind }) => kind)).not.toContain('suppress-contact');
    expect(known.effects).toContainEqual(
      expect.objectContaining({ kind: 'suppress-contact', contactId: 'a-mailbox' }),
    );
  });

  it('from before the session hold nothing: it answers them', () => {
    expect(after(aFollowUp(), byMail(aFollowUp().session.closedAt)).followUp.status).toBe('open');
  });
});

it.each<FollowUpInput>([
  { kind: 'contact-changed', reach: {}, at: NOW },
  { kind: 'human-contact', outcome: 'reached', channel: 'voice', at: NOW, by: 'agency' },
  { kind: 'hold-lifted', at: NOW, by: 'agency' },
])('a record without a plan has no use for $kind', (input) => {
  const declined = aFollowUp({ status: 'declined', checkIns: [] });

  expect(advance(declined, input, { now: NOW, programme: aProgramme() })).toEqual({
    kind: 'unchanged',
    reason: 'ended',
  });
});
