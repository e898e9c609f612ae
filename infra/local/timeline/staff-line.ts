import type { StaffDelivery } from '../topics/staff-phones.ts';
import { alertIn } from './alert-in.ts';
import { isoSeconds } from './iso-seconds.ts';
import type { Draft, LineContext } from './lines-of.ts';

/** An alert that reached a step of the ladder, or a message to operators. One line, however many phones it rang. */
export async function staffLine(delivery: StaffDelivery, context: LineContext): Promise<Draft> {
  const { messageId, subject } = delivery;
  const alert = alertIn(delivery);
  const key = `alert ${messageId}`;
  if (!alert) return { key, line: { kind: 'operators-paged', ...(subject !== undefined && { subject }) } };
  const about = await context.people.case(alert.caseId);
  const staff = context.ladder[alert.step];
  return {
    key,
    line: {
      kind: 'staff-alerted',
      ...(about?.subject.clientRef !== undefined && { client: about.subject.clientRef }),
      step: alert.step + 1,
      ...(staff !== undefined && { staff }),
      ...(about && {
        reason: about.reason,
        priority: about.priority,
        due: isoSeconds(about.dueAt),
      }),
      case: alert.caseId,
    },
  };
}
