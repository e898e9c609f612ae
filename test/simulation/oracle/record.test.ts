import { describe, expect, it } from 'vitest';
import type { Seen } from '../what-was-seen.ts';
import { aLife, aStart, FIRST } from './a-life.ts';
import { aLog, KNOWN, message, type Log } from './a-log.ts';
import { judge } from './judge.ts';

const broken = (log: Pick<Log, 'known' | 'seen'>) => judge(log.known, log.seen()).counts.recordBroken;
const edited = (edit: (seen: Seen[]) => Seen[]) => broken({ known: KNOWN, seen: () => edit(aLife().seen()) });

/** As Handrail itself put it, in some play. */
const PUT = {
  at: 1800324060159,
  kind: 'recorded',
  document: 'case#TDrgw8c9zWnIXbRS8-mrvh.missed-check-in.d1',
  seq: 1,
  facts: [
    {
      kind: 'escalation-raised',
      at: 1800324060135,
      by: 'machine',
      why: 'missed-check-in',
      detail: {
        case: 'case#TDrgw8c9zWnIXbRS8-mrvh.missed-check-in.d1',
        priority: 'high',
        dueAt: 1800327660069,
      },
    },
  ],
  previous: '',
  hash: 'WxmP-pF4zVVoZJSj9ihX28EheaZi5yVDUkMITcVHW9Y',
} as const;

const edit = (one: Seen): Seen =>
  one.kind === 'recorded' && one.seq === 3
    ? { ...one, facts: one.facts.map((fact) => ({ ...fact, by: 'staff:st-31' })) }
    : one;
const third = (seen: Seen[]) => seen.find((one) => one.kind === 'recorded' && one.seq === 3);

const other = (seen: Seen[]) => {
  const one = third(seen);
  return one?.kind === 'recorded' ? [{ ...one, hash: 'other' }] : [];
};

describe('the record', () => {
  it('is reckoned as Handrail reckons it', () => {
    expect(broken(aLog().sees(PUT))).toBe(0);
    expect(broken(aLog().sees({ ...PUT, hash: `X${PUT.hash.slice(1)}` }))).toBe(1);
  });

  it('has no gap', () => {
    expect(edited((seen) => seen.filter((one) => one.kind !== 'recorded' || one.seq !== 2))).toBeGreaterThan(
      0,
    );
    expect(edited((seen) => seen.filter((one) => one.kind !== 'recorded' || one.seq !== 1))).toBeGreaterThan(
      0,
    );
  });

  it('shows an edit', () => {
    expect(edited((seen) => seen.map(edit))).toBe(1);
  });

  it('has one entry in a place; nothing is put over it, not even the same again', () => {
    expect(edited((seen) => [...seen, ...[third(seen) ?? []].flat()])).toBeGreaterThan(0);
    expect(edited((seen) => [...seen, ...other(seen)])).toBeGreaterThan(0);
  });

  it('speaks of every text that went', () => {
    expect(broken(aStart().texted(FIRST.sent, message('d1')))).toBe(1);
    expect(broken(aLife())).toBe(0);
  });

  it('writes members that are undefined as if they were not there', () => {
    const fact = { kind: 'session-closed', why: undefined, detail: { b: 1, a: 'é"\n', c: [true, null] } };
    expect(broken(aLog().records('2027-03-02T00:00:00Z', 'fu#x', fact as never))).toBe(0);
  });
});
