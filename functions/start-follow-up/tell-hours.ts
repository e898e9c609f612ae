import type { ClosedSession } from '#shared/domain/enrolment/closed-session.ts';
import type { FollowUp, Reach } from '#shared/domain/follow-up/follow-up.ts';
import type { Ports } from '#shared/ports.ts';
import type { OtherFollowUp } from './closed-session-of.ts';

/** A session that starts no plan still says in which hours a contact is safe: a plan that goes on keeps to them. */
export async function tellHours(
  { queues }: Pick<Ports, 'queues'>,
  { closedAt, contacts }: Pick<ClosedSession, 'closedAt' | 'contacts'>,
  others: readonly OtherFollowUp[],
): Promise<void> {
  const hoursOf = ({ contactId }: Reach) => contacts.find((one) => one.contactId === contactId)?.safeHours;
  for (const { id, reach } of others) {
    const ways = Object.entries(reach);
    if (!ways.some(([, way]) => hoursOf(way))) continue;
    const narrowed: FollowUp['reach'] = Object.fromEntries(
      ways.map(([channel, way]) => {
        const safeHours = hoursOf(way);
        return [channel, { ...way, ...(safeHours && { safeHours }) }];
      }),
    );
    await queues.toFollowUp(id, { kind: 'contact-changed', reach: narrowed, at: closedAt });
  }
}
