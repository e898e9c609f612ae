import * as z from 'zod';

export const Id = z.string().min(1).max(300);
/** An instant: epoch milliseconds, UTC. */
export const At = z.int().min(0);
export const Code = z.string().max(200);

export const Channel = z.enum(['sms', 'email']);
export const Actor = z.union([
  z.enum(['machine', 'client', 'carrier', 'agency']),
  z.templateLiteral(['staff:', z.string()]),
]);
export const SuppressionReason = z.enum([
  'opt-out-keyword',
  'opt-out-words',
  'opt-out-ambiguous',
  'opt-out-staff',
  'opt-out-link',
  'carrier-opt-out',
  'complaint',
  'hard-bounce',
  'invalid-number',
  'wrong-number',
  'deceased',
]);
const CarrierStatus = z.enum(['accepted', 'queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed']);
export const CaseOutcome = z.enum([
  'reached',
  'left-message',
  'not-reached',
  'emergency-services',
  'passed-on',
  'not-needed',
]);
export const HoldReason = z.enum([
  'death',
  'admission',
  'custody',
  'request',
  'reopened',
  'ambiguous-opt-out',
]);

const HandOverResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted'), providerId: Id, status: CarrierStatus }),
  z.strictObject({ kind: z.literal('refused'), code: Code }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({
    kind: z.literal('not-allowed'),
    reason: Code,
    suppressedAs: SuppressionReason.exactOptional(),
    opensAt: At.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('throttled'), retryAfterSeconds: z.number().min(0) }),
]);

const CarrierAnswer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('found'),
    providerId: Id,
    status: CarrierStatus,
    code: Code.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('cannot-say') }),
]);

/** What carriers and senders report of a message, to whichever document it belongs to. */
export const sendingInputs = [
  z.strictObject({ kind: z.literal('claim'), messageId: Id }),
  z.strictObject({ kind: z.literal('hand-over-result'), messageId: Id, result: HandOverResult }),
  z.strictObject({ kind: z.literal('carrier-answer'), messageId: Id, answer: CarrierAnswer }),
  z.strictObject({
    kind: z.literal('receipt'),
    messageId: Id,
    status: CarrierStatus,
    code: Code.exactOptional(),
    at: At,
  }),
] as const;
