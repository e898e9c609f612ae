import * as z from 'zod';

/** Everything that stands on a timeline. */
export const TimelineKind = z.enum([
  'session-closed',
  'follow-up-started',
  'follow-up-declined',
  'text-sent',
  'email-sent',
  'text-received',
  'delivery',
  'check-in-answered',
  'check-in-missed',
  'contact-undeliverable',
  'consent-revoked',
  'escalation-raised',
  'staff-alerted',
  'escalation-acknowledged',
  'escalation-climbed',
  'escalation-unanswered',
  'referral-offered',
  'referral-answered',
  'task-opened',
  'task-closed',
  'operators-paged',
  'hold-on',
  'hold-off',
  'handed-to-staff',
  'email-received',
  'call-received',
  'follow-up-completed',
  'follow-up-held',
]);
export type TimelineKind = z.infer<typeof TimelineKind>;

/** ISO 8601 with the zone's offset, to the second: `2026-11-24T09:05:00-05:00`. */
const LocalTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
const Code = z.string().min(1);

/** One thing that happened, as `handrail demo --json` prints it. Readers must allow for more fields. */
export const TimelineLine = z.looseObject({
  at: z.iso.datetime(),
  /** In the client's zone; what staff do, and what concerns no client, in the agency's. */
  local: LocalTime,
  kind: TimelineKind,
  /** The agency's own reference. */
  client: Code.optional(),
  /** `sms`, `email`, `link` for an answer through an e-mail's page, `all` for a consent. */
  channel: Code.optional(),
  checkIn: Code.optional(),
  text: z.string().optional(),
  subject: z.string().optional(),
  /** As the carrier counts and charges them. */
  segments: z.int().min(1).optional(),
  /** On texts: the carrier answers STOP and HELP by itself. Elsewhere: whose doing it was. */
  by: z.enum(['handrail', 'carrier', 'staff', 'client', 'agency']).optional(),
  /** Why, as a code. */
  reason: Code.optional(),
  priority: z.enum(['urgent', 'high', 'routine']).optional(),
  due: z.iso.datetime().optional(),
  case: Code.optional(),
  /** Of the alert ladder, from 1. */
  step: z.int().min(1).optional(),
  /** A member of staff, by id. */
  staff: Code.optional(),
  /** What came of it: of a case, or of a delivery. */
  outcome: Code.optional(),
  /** The carrier's. */
  code: Code.optional(),
  /** What an answer was read as. */
  meaning: Code.optional(),
});
export type TimelineLine = z.infer<typeof TimelineLine>;
