import { describe, expect, it } from 'vitest';
import type { CheckIn, EndedCheckIn } from '#shared/domain/follow-up/check-in.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { outgoingText, templateOf } from '#shared/domain/follow-up/text-of.ts';
import { DAY } from '#shared/domain/record.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { anAttempt } from './follow-up-steps.ts';

const ended = (state: EndedCheckIn['state']): EndedCheckIn => ({
  id: 'd1',
  kind: 'check-in',
  state,
  at: NOW,
});
const known = { ended: [ended('answered')] };
const discreet = { reach: { sms: { contactId: 'a-contact', discreet: true } } };
const wordsFor = (followUp: Partial<FollowUp>, checkIn: Partial<CheckIn> = {}) =>
  templateOf(aFollowUp(followUp), aScheduledCheckIn({ id: 'd7', ...checkIn }));

describe('a check-in', () => {
  it('introduces the service where it is the first to reach the client', () => {
    expect(wordsFor({})).toBe('first');
    expect(wordsFor(discreet)).toBe('first-discreet');
    expect(wordsFor({ reach: {} })).toBe('first');
  });

  it.each(['not-sent', 'not-delivered', 'cancelled'] as const)(
    'introduces the service after one that was %s: the client has heard nothing yet',
    (state) => {
      expect(wordsFor({ ended: [ended(state)] })).toBe('first');
    },
  );

  it.each(['answered', 'missed', 'sent-as-planned'] as const)(
    'introduces nothing any more after one that was %s',
    (state) => {
      expect(wordsFor({ ended: [ended('not-sent'), ended(state)] })).toBe('check');
      expect(wordsFor({ ...discreet, ended: [ended(state)] })).toBe('check');
    },
  );

  it('says how texts are stopped once the session is more than four weeks past', () => {
    const session = { ...aFollowUp().session, closedAt: NOW - 28 * DAY };

    expect(wordsFor({ ...known, session })).toBe('check');
    expect(wordsFor({ ...known, session }, { sendAt: NOW + 1 })).toBe('check-with-stop');
  });

  it('is asked in other words where the first time was not answered', () => {
    expect(wordsFor({}, { attempts: [anAttempt()] })).toBe('retry');
    expect(wordsFor({}, { attempts: [anAttempt({ reached: 'failed' })] })).toBe('first');
  });

  it('names a call only to who agreed to one, and only where silence pages somebody', () => {
    const again = { attempts: [anAttempt()] };

    expect(wordsFor({ callIfQuiet: true }, again)).toBe('retry-with-call');
    expect(wordsFor({ callIfQuiet: true, tier: 'high' }, again)).toBe('retry-with-call');
    expect(wordsFor({ callIfQuiet: true, tier: 'low' }, again)).toBe('retry');
    const caring = { name: 'caring-contacts', version: 1 } as const;
    expect(wordsFor({ callIfQuiet: true, protocol: caring }, again)).toBe('retry-with-call');
  });
});

describe('a caring contact', () => {
  const caring = (id: string, followUp: Partial<FollowUp> = known) =>
    wordsFor(followUp, { id, kind: 'caring-contact' });

  it('introduces the service where it is the first to reach the client, whichever of the plan it is', () => {
    expect(caring('cc1', {})).toBe('caring-first');
    expect(caring('cc4', {})).toBe('caring-first');
    expect(caring('cc4', discreet)).toBe('first-discreet');
    expect(caring('cc4', { reach: {} })).toBe('caring-first');
  });

  it.each([
    ['cc1', 'caring-1'],
    ['cc2', 'caring-1'],
    ['cc3', 'caring-2'],
    ['cc8', 'caring-ending'],
    ['cc9', 'caring-last'],
  ])('%s of a plan is %s', (id, words) => {
    expect(caring(id)).toBe(words);
  });

  it.each([
    ['taken up again after a stop', 'cc8r'],
    ['of a second plan', 'g2cc8'],
    ['of a second plan, taken up again', 'g12cc8r'],
  ])('%s still says that they are ending', (_when, id) => {
    expect(caring(id)).toBe('caring-ending');
  });

  it('numbered beyond the plan is the last', () => {
    expect(caring('cc12')).toBe('caring-last');
  });

  it('without a number is one for between', () => {
    expect(caring('cc')).toBe('caring-1');
  });
});

describe('the values of a text', () => {
  const values = (followUp: Partial<FollowUp>, template: 'check' | 'retry-with-call' = 'check') => {
    const text = outgoingText(
      aFollowUp(followUp),
      { channel: 'email', template },
      { now: NOW, programme: aProgramme() },
    );
    return text.channel === 'email' ? text.values : undefined;
  };

  it('name the owner as the session did, else as the agency’s list does, else nobody', () => {
    expect(values({ owner: { staffId: 'st-12', name: 'Sam' } })?.['staff']).toBe('Sam');
    expect(values({ owner: { staffId: 'st-12' } })?.['staff']).toBe('Sam Ortiz');
    expect(values({ owner: { staffId: 'st-99' } })?.['staff']).toBe('');
    const { owner: _nobody, ...unowned } = aFollowUp();
    const text = outgoingText(
      unowned,
      { channel: 'email', template: 'check' },
      { now: NOW, programme: aProgramme() },
    );
    expect(text).toMatchObject({ values: { staff: '' } });
  });

  it('name the day of a call as it is when the answer time is over: twelve hours later at moderate tier', () => {
    expect(values({})?.['when']).toBe('today');
    expect(values({}, 'retry-with-call')?.['when']).toBe('tomorrow');
    expect(values({ tier: 'high' }, 'retry-with-call')?.['when']).toBe('today');
    const caring = { name: 'caring-contacts', version: 1 } as const;
    expect(values({ protocol: caring }, 'retry-with-call')?.['when']).toBe('tomorrow');
  });
});
