import type { NewCase } from '#shared/domain/case/case.ts';
import { openCase } from '#shared/domain/case/advance-case.ts';
import { MINUTE } from '#shared/domain/record.ts';
import type { World } from '#test/fakes/fake-world.ts';

/** A missed check-in of client C-77, to be seen to within an hour. Say what differs. */
export function aNewCase(now: number, different: Partial<NewCase> = {}): NewCase {
  return {
    id: 'case#pY3kq0cVbq1mJr8T2wXz9A.missed-check-in.d2',
    kind: 'escalation',
    reason: 'missed-check-in',
    priority: 'high',
    agencyId: 'riverbend',
    dueAt: now + 60 * MINUTE,
    subject: {
      followUpId: 'fu#pY3kq0cVbq1mJr8T2wXz9A',
      sessionId: 'S-1042',
      clientRef: 'C-77',
      checkIn: 'd2',
    },
    ownerId: 'st-12',
    pageAtAnyHour: false,
    ...different,
  };
}

/** Puts a case into a world, as it is just after opening. */
export async function openIn(world: World, newCase = aNewCase(world.now())): Promise<string> {
  const { value, facts } = openCase(newCase, { now: world.now(), programme: await world.programme() });
  await world.cases.create(value, facts);
  return newCase.id;
}
