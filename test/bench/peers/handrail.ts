import { applyToFollowUp } from '#shared/apply/apply-to-follow-up.ts';
import { carryOutFollowUp } from '#shared/apply/carry-out-follow-up.ts';
import type { CheckIn } from '#shared/domain/follow-up/check-in.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import { aFollowUp, aScheduledCheckIn, NOW } from '#test/builders/a-follow-up.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { aWorld, type World } from '#test/fakes/fake-world.ts';
import { dynamoAt } from '#test/ports/dynamo-server.ts';
import { onDynamo } from '#test/ports/on-dynamo.ts';
import { dynaliteServer } from './dynalite-server.ts';
import { touchIds, type System } from './system.ts';

/** One sender may do as much as the machine can. */
const programme = aProgramme({ maxPerSecond: 1000 });

/** The real adapters on a database at this address, and the clock that is given. */
export function worldAt(url: string, now: () => number): World {
  const client = dynamoAt(url);
  return onDynamo({ ...aWorld({ programme }), now }, client, client);
}

/** The lease of whoever was killed is over when the next worker starts, and both questions to the carrier come due. */
const BETWEEN_STARTS = 10 * MINUTE;

export const handrail: System = {
  name: 'Handrail',
  packages: [],
  storeName: 'an embedded DynamoDB',
  store: dynaliteServer,
  worker: 'work-handrail.ts',
  environment: (start, last) => ({
    STARTS_AT: String(NOW + start * BETWEEN_STARTS),
    ...(last && { JUMPS: 'yes' }),
  }),
  async open(url) {
    const world = worldAt(url, () => NOW);
    let phones = 0;

    async function start(id: string, checkIns: readonly CheckIn[]): Promise<void> {
      const contactId = `contact-of-${id}`;
      phones += 1;
      // Invented, and nobody's: 555-01xx has not enough of them, and this carrier counts on this machine.
      const value = `+1410555${String(phones).padStart(6, '0')}`;
      await world.followUps.create(
        aFollowUp({ id, checkIns, reach: { sms: { contactId, discreet: false } } }),
        [],
      );
      await world.contacts.link(
        { id: contactId, channel: 'sms', value, zones: ['America/New_York'], saidAt: 0 },
        { followUpId: id, clientRef: id, agencyId: 'riverbend' },
      );
    }

    return {
      async plan(jobs) {
        for (const job of jobs) await start(job, [aScheduledCheckIn({ tooLateAt: NOW + 20 * HOUR })]);
      },
      async planAhead(client, touches) {
        await start(
          client,
          touchIds(client, touches).map((id, index) =>
            aScheduledCheckIn({ id, sendAt: NOW + (index + 1) * DAY, tooLateAt: NOW + (index + 2) * DAY }),
          ),
        );
        const deps = { ...world, carryOut: carryOutFollowUp(world) };
        return async () => {
          const stop = { channel: 'sms', how: 'opt-out-words', at: NOW, by: 'client' } as const;
          await applyToFollowUp(deps, client, { kind: 'consent-revoked', ...stop });
        };
      },
      stillPlanned: async (client) => (await world.followUps.get(client))?.checkIns.length ?? 0,
      close: () => Promise.resolve(),
    };
  },
};
