import * as z from 'zod';
import { Weekday } from './common.ts';
import {
  Actor,
  At,
  CaseOutcome,
  Channel,
  Code,
  HoldReason,
  Id,
  sendingInputs,
  SuppressionReason,
} from './input-parts.ts';

/** A reading of a reply: codes and rule ids, never the words. */
const ReplyReading = z.strictObject({
  consent: z.enum(['none', 'opt-out', 'ambiguous-opt-out', 'opt-in', 'help']),
  safety: z.enum(['none', 'distress', 'urgent']),
  meaning: z.enum([
    'ok',
    'so-so',
    'call-me',
    'wrong-number',
    'connected',
    'not-connected',
    'later',
    'pause',
    'question',
    'unclear',
  ]),
  about: z.enum(['self-harm', 'overdose', 'violence', 'medical', 'child', 'third-party', 'other']),
  queue: z.enum(['none', 'routine', 'urgent']),
  language: z.string().max(35),
  because: z.array(Code).readonly(),
});

const Clock = z.string().regex(/^\d\d:\d\d$/);
const Hours = z
  .array(z.strictObject({ from: Clock, to: Clock, days: z.array(Weekday).readonly().optional() }))
  .readonly();

const Reach = z.strictObject({
  contactId: Id,
  safeHours: Hours.exactOptional(),
  discreet: z.boolean(),
  stopped: z.enum(['opted-out', 'held-opt-out', 'undeliverable', 'wrong-number']).exactOptional(),
  stoppedAt: At.exactOptional(),
  startedAt: At.exactOptional(),
});

/** Everything that can happen to a follow-up, as it stands on its queue. */
export const FollowUpInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wake') }),
  ...sendingInputs,
  z.strictObject({
    kind: z.literal('reply'),
    carrierAnswered: z.boolean().exactOptional(),
    caseOpened: Id.exactOptional(),
    inboundId: Id,
    contactId: Id.exactOptional(),
    at: At,
    channel: z.enum(['sms', 'email', 'link']),
    reading: ReplyReading,
    checkIn: Id.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('consent-revoked'),
    channel: z.enum(['sms', 'email', 'all']),
    how: SuppressionReason,
    at: At,
    by: Actor,
  }),
  z.strictObject({ kind: z.literal('consent-renewed'), channel: Channel, at: At }),
  z.strictObject({ kind: z.literal('held'), why: HoldReason, at: At, by: Actor }),
  z.strictObject({ kind: z.literal('hold-lifted'), at: At, by: Actor }),
  z.strictObject({
    kind: z.literal('human-contact'),
    outcome: z.enum(['reached', 'left-message', 'not-reached', 'declined']),
    channel: Code,
    at: At,
    by: Actor,
  }),
  z.strictObject({
    kind: z.literal('contact-changed'),
    reach: z.strictObject({ sms: Reach.exactOptional(), email: Reach.exactOptional() }),
    zones: z.array(z.string()).readonly().exactOptional(),
    at: At,
  }),
  z.strictObject({ kind: z.literal('reopened'), at: At }),
  z.strictObject({ kind: z.literal('superseded'), by: Id, at: At, why: Code.exactOptional() }),
  z.strictObject({ kind: z.literal('case-closed'), caseId: Id, outcome: CaseOutcome, at: At, by: Actor }),
  z.strictObject({
    kind: z.literal('carried-out'),
    raised: z.array(Id).readonly(),
    told: z.array(Id).readonly(),
  }),
]);
export type FollowUpInput = z.infer<typeof FollowUpInput>;
