import { describe, expect, test } from 'vitest';
import { factLine } from '#infra/local/timeline/fact-line.ts';
import type { Fact } from '#shared/domain/record.ts';

const at = Date.parse('2026-11-24T14:05:00.250Z');
const aFact = (fact: Partial<Fact>): Fact => ({ kind: 'check-in-missed', at, by: 'machine', ...fact });

const received = (inbound: string) =>
  factLine(aFact({ kind: 'text-received', by: 'client', detail: { inbound, meaning: 'so-so' } }));

describe('what a fact says on the timeline', () => {
  test('an escalation carries its reason, priority, deadline and case', () => {
    const detail = { case: 'case#1.missed-check-in.d1', priority: 'urgent', dueAt: at };
    expect(factLine(aFact({ kind: 'escalation-raised', why: 'missed-check-in', detail }))).toEqual({
      kind: 'escalation-raised',
      reason: 'missed-check-in',
      priority: 'urgent',
      due: '2026-11-24T14:05:00Z',
      case: 'case#1.missed-check-in.d1',
    });
  });

  test('a person who acted is named by id, and ladder steps count from 1', () => {
    expect(factLine(aFact({ kind: 'escalation-acknowledged', by: 'staff:st-20' }))).toMatchObject({
      staff: 'st-20',
    });
    expect(factLine(aFact({ kind: 'escalation-climbed', detail: { step: 1 } }))).toMatchObject({ step: 2 });
  });

  test('an answer after the deadline is an answer, and says that it was late', () => {
    const late = factLine(aFact({ kind: 'check-in-answered-late', by: 'client', detail: { checkIn: 'd1' } }));
    expect(late).toEqual({ kind: 'check-in-answered', checkIn: 'd1', by: 'client', late: true });
  });

  test('an answer through an e-mail’s page is received mail; a text has the carrier’s own line', () => {
    expect(received('web-abc')).toMatchObject({ kind: 'email-received', meaning: 'so-so' });
    expect(received('SM123')).toBeUndefined();
  });

  test.each(['message-claimed', 'check-in-planned', 'message-status', 'staff-alerted'] as const)(
    '%s is the record’s alone',
    (kind) => {
      expect(factLine(aFact({ kind }))).toBeUndefined();
    },
  );
});
