import { expect, it } from 'vitest';
import { sessionInEvent } from '#shared/apply/session-in-event.ts';
import { SessionClosed } from '#shared/contracts/session-closed.ts';
import { enrolAgain } from '#shared/domain/enrolment/enrol-again.ts';
import type { OfferedContact } from '#shared/domain/enrolment/closed-session.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import { aClosedSession } from '#test/builders/a-closed-session.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { aText, afterInputs } from './after-inputs.ts';

const aPhone: OfferedContact = {
  channel: 'sms',
  contactId: 'a-contact',
  safety: 'safe',
  shared: false,
  hasAgreedWords: false,
  suppressed: false,
  usedByAnother: false,
};

it('does not take up a replaced plan beside the new one when the client stops and starts again', () => {
  const ahead = { sendAt: NOW + 20 * DAY, tooLateAt: NOW + 21 * DAY };
  const before = aFollowUp({ checkIns: [aScheduledCheckIn({ id: 'd30', ...ahead })] });
  const event = SessionClosed.parse(aClosedSession({ closedAt: new Date(NOW + HOUR).toISOString() }));
  const session = sessionInEvent(event, {
    eventId: 'evt-2',
    agencyZone: 'America/New_York',
    contacts: [aPhone],
  });
  const stopped = afterInputs(before, [aText('stop')]).followUp;
  const again = enrolAgain(stopped, session, { now: NOW + HOUR, programme: aProgramme() });
  if (again.kind === 'unchanged') throw new Error(again.why);
  const back = [aText('stop', NOW + 2 * HOUR, 'IN-2'), aText('start', NOW + 2 * HOUR + MINUTE)];
  const { followUp } = afterInputs(again.followUp, back, NOW + 3 * HOUR);

  expect(followUp.checkIns.map(({ id }) => id)).toEqual(['g2d1r', 'g2d7r', 'g2d30r']);
});
