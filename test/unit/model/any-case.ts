import * as fc from 'fast-check';
import type { NewCase } from '#shared/domain/case/case.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { aNewCase } from '#test/builders/a-case.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { anyMoment } from './any-session.ts';

const MINUTE = 60_000;

const anyWait = fc.constantFrom(1, 5, 15, 60, 240);
const PEOPLE = ['st-1', 'st-2', 'st-3', 'st-4', 'st-5'];

/** Two to five people on the ladder, each with their own time, and nights of several lengths. */
export const anyStaff: fc.Arbitrary<Programme> = fc
  .record({
    waits: fc.array(anyWait, { minLength: 2, maxLength: 5 }),
    quietHours: fc.constantFrom(
      { from: '21:00', to: '08:00' },
      { from: '00:30', to: '02:30' },
      { from: '12:00', to: '13:00' },
      { from: '08:00', to: '08:00' },
    ),
    timeZone: fc.constantFrom('America/New_York', 'America/Phoenix', 'America/St_Johns'),
  })
  .map(({ waits, ...rest }) =>
    aProgramme({
      ...rest,
      ladder: waits.map((waitMinutes, index) => ({
        staffId: PEOPLE[index] ?? '',
        name: 'Somebody',
        waitMinutes,
      })),
    }),
  );

/** A case about silence or about words, at a moment of two years. */
export const anyCase: fc.Arbitrary<{ newCase: NewCase; now: number }> = fc
  .record({
    now: anyMoment,
    kind: fc.constantFrom('escalation' as const, 'task' as const),
    words: fc.boolean(),
    dueMinutes: fc.constantFrom(-60, 15, 480, 3 * 1440),
  })
  .map(({ now, kind, words, dueMinutes }) => ({
    now,
    newCase: aNewCase(now, {
      kind,
      dueAt: now + dueMinutes * MINUTE,
      pageAtAnyHour: words,
      ...(words && {
        reason: 'urgent-words',
        answer: { contactId: 'ct-1', language: 'en', discreet: false, about: 'overdose' },
      }),
    }),
  }));

const who = fc.constantFrom(...PEOPLE);
const ago = fc.constantFrom(0, 0, MINUTE, 600 * MINUTE);

const anyCaseStep = fc.oneof(
  {
    arbitrary: fc.record({
      do: fc.constant('wake-when-due' as const),
      lateMinutes: fc.constantFrom(0, 0, 0, 0, 3, 90),
      page: fc.constantFrom('sent', 'sent', 'failed', 'lost', 'told-late'),
    }),
    weight: 100,
  },
  {
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 20, 700) }),
    weight: 10,
  },
  { arbitrary: fc.record({ do: fc.constant('tell-page' as const) }), weight: 15 },
  {
    arbitrary: fc.record({
      do: fc.constant('send-answer' as const),
      outcome: fc.constantFrom(
        'accepted' as const,
        'unknown' as const,
        'throttled' as const,
        'refused' as const,
        'lost' as const,
      ),
    }),
    weight: 20,
  },
  { arbitrary: fc.record({ do: fc.constant('note' as const), answered: fc.boolean(), ago }), weight: 5 },
  { arbitrary: fc.record({ do: fc.constant('acknowledge' as const), who, ago }), weight: 2 },
  { arbitrary: fc.record({ do: fc.constant('close' as const), who, ago }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('again' as const), nth: fc.nat({ max: 10 }) }), weight: 15 },
);
export type CaseStep = typeof anyCaseStep extends fc.Arbitrary<infer T> ? T : never;

export const anyCaseSteps = fc.array(anyCaseStep, { maxLength: 60, size: 'max' });
