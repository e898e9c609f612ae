import * as z from 'zod';
import { CaseInput } from './case-input.ts';
import { FollowUpInput } from './follow-up-input.ts';
import { Id } from './input-parts.ts';

/** An agency's event on the bus, as the rule puts it on the queue. `detail` is read with its own contract. */
const BusEnvelope = z.looseObject({
  id: z.string().min(1).max(80),
  source: z.string(),
  'detail-type': z.string(),
  time: z.string(),
  detail: z.unknown(),
});

/** Inbox queue: an event stored before, a stored text that nobody has handled, or an event straight from the bus. */
export const InboxMessage = z.union([
  z.strictObject({ inboxId: Id }),
  z.strictObject({ contactId: Id, inboundId: Id }),
  BusEnvelope,
]);
export type InboxMessage = z.infer<typeof InboxMessage>;

/** Follow-up queue. */
export const FollowUpMessage = z.strictObject({ followUpId: Id, input: FollowUpInput });
export type FollowUpMessage = z.infer<typeof FollowUpMessage>;

/** Send queues. */
export const SendMessage = z.strictObject({ messageId: Id, action: z.enum(['send', 'ask-carrier']) });
export type SendMessage = z.infer<typeof SendMessage>;

/** Case queue. */
export const CaseMessage = z.strictObject({ caseId: Id, input: CaseInput });
export type CaseMessage = z.infer<typeof CaseMessage>;

/** Wake queue: the second pass of a minute. */
export const WakeMessage = z.strictObject({ pass: z.literal('again') });
export type WakeMessage = z.infer<typeof WakeMessage>;
