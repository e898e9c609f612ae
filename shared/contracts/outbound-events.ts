import * as z from 'zod';

/** What Handrail tells whoever listens, on the bus, as `detail-type`. */
export const OutboundEventName = z.enum([
  'FollowUpStarted',
  'FollowUpDeclined',
  'CheckInSent',
  'CheckInAnswered',
  'CheckInMissed',
  'CheckInAnsweredLate',
  'ContactUndeliverable',
  'ConsentRevoked',
  'EscalationRaised',
  'EscalationAcknowledged',
  'EscalationClimbed',
  'EscalationUnanswered',
  'ReferralOffered',
  'ReferralConnected',
  'ReferralFailed',
  'FollowUpCompleted',
  'FollowUpHeld',
]);
export type OutboundEventName = z.infer<typeof OutboundEventName>;

/** The `source` of everything that Handrail puts on the bus. */
export const OUTBOUND_SOURCE = 'handrail';

/**
 * The `detail` of an outbound event: a CloudEvent 1.0. Ids and codes only.
 * `id` is the same for every repeat of an event: `<document>#<place on its record>#<place in that entry>`.
 */
export const OutboundEvent = z.strictObject({
  specversion: z.literal('1.0'),
  id: z.string(),
  /** `handrail/<agencyId>`. */
  source: z.string().startsWith('handrail/'),
  /** `handrail.<kebab-name>.v1`. */
  type: z.string().regex(/^handrail\.[a-z-]+\.v1$/),
  /** The follow-up; for a case without one, the case. */
  subject: z.string(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type OutboundEvent = z.infer<typeof OutboundEvent>;

/** `CheckInAnsweredLate` → `handrail.check-in-answered-late.v1`. */
export function cloudEventType(name: OutboundEventName): string {
  return `handrail.${name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase()}.v1`;
}
