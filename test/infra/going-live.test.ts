import { describe, expect, test } from 'vitest';
import { Settings } from '#shared/contracts/settings.ts';
import { loadSettings } from '#infra/settings.ts';

const member = (id: string) => ({ id, name: id, email: `${id}@example.org` });
const staff = (answeredTestOn?: string) => ({
  members: ['st-20', 'st-31'].map((id) => ({ ...member(id), ...(answeredTestOn && { answeredTestOn }) })),
  ladder: ['st-20', 'st-31'].map((staffId) => ({ staffId, waitMinutes: 15 })),
});
const { ladder, members } = staff();

/** What is wrong with the sample's settings once they differ in this: `path: problem`. */
const problemsWith = (different: object): string[] =>
  Settings.safeParse({ ...loadSettings('sample'), ...different }).error?.issues.map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  ) ?? [];

describe('sending live', () => {
  const live = { sending: { mode: 'live' }, staff: staff('2026-11-20') };
  const clinicalApproval = { name: 'Dr. Ada Quist', on: '2026-11-20' };

  test('is refused until the clinical lead has approved what is sent', () => {
    expect(problemsWith(live)).toEqual([expect.stringContaining('clinicalApproval: ')]);
    expect(problemsWith({ ...live, clinicalApproval })).toEqual([]);
  });

  test('is refused until everybody on the ladder has answered a test alert', () => {
    expect(problemsWith({ ...live, clinicalApproval, staff: staff() })).toEqual([
      expect.stringContaining('staff.ladder.0.staffId: st-20 has not answered a test alert'),
      expect.stringContaining('staff.ladder.1.staffId: st-31 has not answered a test alert'),
    ]);
  });
});

describe('settings that could harm are refused:', () => {
  test.each([
    ['a ladder of one person', 'staff.ladder', { staff: { members, ladder: ladder.slice(0, 1) } }],
    [
      'a step on which nobody stands',
      'staff.ladder.1.staffId',
      { staff: { ladder, members: [member('st-20')] } },
    ],
    [
      'a person whom no alert can reach',
      'staff.ladder.1.staffId',
      { staff: { ladder, members: [member('st-20'), { id: 'st-31', name: 'Dana' }] } },
    ],
    [
      'hours that end before they begin',
      'contactWindow.0.to',
      { contactWindow: [{ from: '20:00', to: '09:00' }] },
    ],
    ['a day without a cap on messages', 'dailyCap', { dailyCap: 0 }],
    ['a record kept for less than a year', 'retention.factsDays', { retention: { factsDays: 30 } }],
    ['a follow-up forgotten within a month', 'retention.documentsDays', { retention: { documentsDays: 7 } }],
    [
      'e-mail without a mailbox that people read',
      'email.replyTo',
      { email: { from: 'checkin@example.org', fromName: 'Riverbend' } },
    ],
  ])('%s', (_what, path, different) => {
    expect(problemsWith(different).map((problem) => problem.split(':')[0])).toContain(path);
  });
});
