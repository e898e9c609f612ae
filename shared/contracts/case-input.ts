import * as z from 'zod';
import { At, CaseOutcome, Code, Id, sendingInputs } from './input-parts.ts';

const CaseReason = z.enum([
  'urgent-words',
  'distress-words',
  'reply-to-read',
  'asked-for-call',
  'missed-check-in',
  'opted-out',
  'wrong-number',
  'reading-failed',
  'unknown-sender',
  'not-sent',
  'not-delivered',
  'contact-repair',
  'outcome-unknown',
  'high-tier-call',
  'safety-plan-incomplete',
  'means-safety-not-discussed',
  'declined',
  'held',
]);

const NewCase = z.strictObject({
  id: Id,
  kind: z.enum(['escalation', 'task']),
  reason: CaseReason,
  priority: z.enum(['urgent', 'high', 'routine']),
  agencyId: Id,
  dueAt: At,
  subject: z.strictObject({
    followUpId: Id.exactOptional(),
    sessionId: Id.exactOptional(),
    clientRef: Id.exactOptional(),
    checkIn: Id.exactOptional(),
    inboundId: Id.exactOptional(),
    contactId: Id.exactOptional(),
  }),
  ownerId: Id.exactOptional(),
  pageAtAnyHour: z.boolean(),
  answer: z
    .strictObject({
      contactId: Id,
      language: z.enum(['en', 'es']),
      discreet: z.boolean(),
      about: z.enum(['overdose', 'medical', 'violence']).exactOptional(),
      atOnce: z.literal('safe-answer').exactOptional(),
    })
    .exactOptional(),
  because: z.array(Code).readonly().exactOptional(),
});

/** Everything that can happen to a case, as it stands on its queue. */
export const CaseInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), newCase: NewCase }),
  z.strictObject({ kind: z.literal('wake') }),
  z.strictObject({
    kind: z.literal('page-result'),
    round: z.int().min(0),
    step: z.int().min(0),
    sent: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('acknowledged'), by: Id, at: At }),
  z.strictObject({ kind: z.literal('closed'), by: Id, at: At, outcome: CaseOutcome }),
  z.strictObject({
    kind: z.literal('note'),
    note: z.strictObject({
      at: At,
      kind: z.enum(['client-answered', 'another-text', 'message-refused']),
      code: Code.exactOptional(),
    }),
  }),
  z.strictObject({ kind: z.literal('follow-up-told') }),
  ...sendingInputs,
]);
export type CaseInput = z.infer<typeof CaseInput>;
