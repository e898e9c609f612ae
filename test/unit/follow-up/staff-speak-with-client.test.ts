import { describe, expect, it } from 'vitest';
import type { CaseOutcome } from '#shared/domain/case/case.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { DAY, HOUR } from '#shared/domain/record.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { after } from './follow-up-steps.ts';

type Contact = Extract<FollowUpInput, { kind: 'human-contact' }>;
const spoke = (different: Partial<Contact> = {}): Contact => ({
  kind: 'human-contact',
  outcome: 'reached',
  channel: 'voice',
  at: NOW,
  by: 'staff:st-12',
  ...different,
});
const planned = (sendAt: number, different = {}) =>
  aScheduledCheckIn({ sendAt, tooLateAt: sendAt + DAY, ...different });

describe('staff who spoke with a client', () => {
  it('stand on the record, with how and how soon after the session', () => {
    const { facts } = after(aFollowUp(), spoke({ channel: 'in-person', at: NOW + 20 * HOUR }));

    expect(facts[0]).toEqual({
      kind: 'human-contact',
      by: 'staff:st-12',
      at: NOW + 20 * HOUR,
      why: 'reached',
      detail: { channel: 'in-person', connected: true, withinHours: 48 },
    });
  });

  it('spare the client the check-in of that day, and the record says thanks to whom', () => {
    const { followUp, facts } = after(aFollowUp({ checkIns: [planned(NOW + DAY - 1)] }), spoke());

    expect(followUp.ended).toMatchObject([{ id: 'd1', state: 'cancelled', why: 'reached-by-staff' }]);
    expect(facts).toContainEqual(
      expect.objectContaining({
        kind: 'check-in-cancelled',
        by: 'staff:st-12',
        why: 'reached-by-staff',
      }),
    );
  });

  it('leave the check-in of a later day, and every caring contact', () => {
    const caring = planned(NOW + HOUR, { id: 'cc2', kind: 'caring-contact' });
    const { followUp } = after(aFollowUp({ checkIns: [planned(NOW + DAY), caring] }), spoke());

    expect(followUp.checkIns.map(({ id }) => id)).toEqual(['d1', 'cc2']);
  });

  it('are recorded once, however often it is told', () => {
    const once = after(aFollowUp(), spoke({ outcome: 'left-message' })).followUp;

    expect(after(once, spoke({ outcome: 'left-message' })).followUp).toBe(once);
    expect(after(once, spoke({ outcome: 'left-message', at: NOW + 1 })).facts).toHaveLength(1);
    expect(after(once, spoke({ outcome: 'not-reached' })).facts).toHaveLength(1);
  });

  it('push out only the oldest of the twenty replies and calls that are remembered', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => `IN-${index}`);
    const { followUp } = after(aFollowUp({ repliesSeen: twenty }), spoke({ outcome: 'not-reached' }));

    expect(followUp.repliesSeen).toHaveLength(20);
    expect(followUp.repliesSeen.slice(0, 2)).toEqual(['IN-1', 'IN-2']);
    expect(followUp.repliesSeen.slice(0, 19)).toEqual(twenty.slice(1));
  });
});

it('a client who tells staff that they want no follow-up gets none, and the record says so', () => {
  const { followUp, facts } = after(aFollowUp(), spoke({ outcome: 'declined' }));

  expect(followUp).toMatchObject({
    status: 'completed',
    ended: [{ id: 'd1', state: 'cancelled', why: 'client-declined' }],
  });
  expect(facts).toContainEqual(expect.objectContaining({ kind: 'check-in-cancelled', by: 'staff:st-12' }));
});

describe('a case about the client that staff closed', () => {
  const closed = (outcome: CaseOutcome): FollowUpInput => ({
    kind: 'case-closed',
    caseId: 'case#c',
    outcome,
    at: NOW,
    by: 'staff:st-12',
  });

  it.each(['reached', 'left-message', 'not-reached'] as const)('with %s is a call', (outcome) => {
    expect(after(aFollowUp(), closed(outcome)).facts[0]).toMatchObject({
      kind: 'human-contact',
      why: outcome,
      by: 'staff:st-12',
      detail: { channel: 'voice', connected: outcome === 'reached' },
    });
  });

  it.each(['emergency-services', 'passed-on', 'not-needed'] as const)(
    'with %s is none, and leaves the plan as it was',
    (outcome) => {
      const open = aFollowUp();

      expect(after(open, closed(outcome)).followUp).toBe(open);
    },
  );
});
