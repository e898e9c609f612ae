import * as z from 'zod';
import { E164, EmailAddress, HoursRange, Instant, TimeZone } from './common.ts';

const AgencyId = z.string().regex(/^[A-Za-z0-9_.-]{1,80}$/, { error: 'expected letters, digits, _ . or -' });
const Ref = z.string().min(1).max(120);

export const RiskTier = z.enum(['low', 'moderate', 'high', 'imminent']);
export const Flag = z.enum([
  'ipv',
  'minor',
  'sud-part2',
  'shared-phone',
  'no-voicemail',
  'do-not-contact',
  'discreet',
]);
export const Disposition = z.enum([
  'home',
  'emergency-department',
  'inpatient',
  'shelter',
  'custody',
  'other',
]);
const Safety = z.enum(['safe', 'unsafe', 'unknown']);
const SafeHours = z
  .union([HoursRange, z.array(HoursRange).min(1)])
  .transform((hours) => (Array.isArray(hours) ? hours : [hours]));

const contactFields = {
  safety: Safety,
  safeHours: SafeHours.optional(),
  shared: z.boolean().optional(),
  confirmedAt: Instant.optional(),
  voicemail: z.enum(['ok', 'no']).optional(),
  alias: z.string().max(40).optional(),
  codePhrase: z.string().max(80).optional(),
  duressWord: z.string().max(40).optional(),
};

/** A way to reach the client. `voice` is a number that staff may call; it is never texted. */
export const Contact = z.discriminatedUnion('channel', [
  z.looseObject({ channel: z.literal('sms'), value: E164, ...contactFields }),
  z.looseObject({ channel: z.literal('voice'), value: E164, ...contactFields }),
  z.looseObject({ channel: z.literal('email'), value: EmailAddress, ...contactFields }),
]);
export type Contact = z.infer<typeof Contact>;

export const Consent = z.looseObject({
  channel: z.enum(['sms', 'email', 'voice']),
  purpose: z.string().min(1).max(40),
  givenAt: Instant,
  method: z.enum(['verbal', 'web', 'written', 'keyword']),
  /** A version of the sentence read aloud at closing; the catalogue must name it. */
  wordingVersion: z.string().min(1).max(40),
});
export type Consent = z.infer<typeof Consent>;

const Client = z.looseObject({
  ref: Ref,
  preferredName: z.string().trim().min(1).max(40).optional(),
  language: z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, {
    error: 'expected a BCP 47 language tag such as en or es-MX',
  }),
  timeZone: TimeZone.optional(),
  zip: z
    .string()
    .regex(/^\d{5}(-\d{4})?$/, { error: 'expected a five-digit ZIP code' })
    .optional(),
  birthYear: z.int().min(1900).max(2100).optional(),
});

const IfQuiet = z.looseObject({
  call: z.boolean().optional(),
  supportPerson: z
    .looseObject({ name: z.string().min(1).max(60), phone: E164, mayKnow: z.string().max(60).optional() })
    .optional(),
  noPolice: z.boolean().optional(),
});

const envelope = {
  version: z.literal(1, { error: 'this release reads version 1' }),
  id: z.string().min(1).max(120),
  agencyId: AgencyId,
  sessionId: Ref,
};

/**
 * What an agency's system sends when a session is closed, version 1.
 * Idempotent on `(agencyId, sessionId)` and content; a later `closedAt` for the same session supersedes.
 */
export const SessionClosed = z.looseObject({
  type: z.literal('handrail.session-closed'),
  ...envelope,
  closedAt: Instant,
  client: Client,
  contacts: z.array(Contact).max(10),
  consents: z.array(Consent).max(20).default([]),
  risk: z.looseObject({
    tier: RiskTier,
    source: z.string().max(40).optional(),
    meansSafetyDiscussed: z.boolean().optional(),
    safetyPlan: z.enum(['none', 'partial', 'complete']).optional(),
  }),
  distress: z
    .looseObject({ before: z.int().min(0).max(10).optional(), after: z.int().min(0).max(10).optional() })
    .optional(),
  needs: z
    .array(z.string().regex(/^[a-z0-9-]{1,40}$/))
    .max(30)
    .default([]),
  flags: z.array(Flag).default([]),
  owner: z
    .looseObject({ staffId: z.string().min(1).max(80), name: z.string().max(40).optional() })
    .optional(),
  protocol: z.enum(['post-crisis', 'caring-contacts']).optional(),
  offer: z.enum(['accepted', 'declined', 'not-offered']).optional(),
  ifQuiet: IfQuiet.optional(),
  problem: z.array(z.string().max(40)).max(20).optional(),
  disposition: Disposition.optional(),
  plan: z
    .looseObject({
      warningSigns: z.array(z.string().max(400)).max(20).optional(),
      coping: z.array(z.string().max(400)).max(20).optional(),
      reasons: z.array(z.string().max(400)).max(20).optional(),
      shareBack: z.boolean().optional(),
    })
    .optional(),
  permission: z.looseObject({ basis: z.string().min(1).max(80), by: z.string().min(1).max(80) }).optional(),
});
export type SessionClosed = z.infer<typeof SessionClosed>;

const later = { ...envelope, at: Instant };

/** What an agency's system sends later about a session that Handrail follows up. */
export const SessionReopened = z.looseObject({ type: z.literal('handrail.session-reopened'), ...later });
export const ClientHeld = z.looseObject({
  type: z.literal('handrail.client-held'),
  ...later,
  why: z.enum(['death', 'admission', 'custody', 'request']),
});
export const HoldLifted = z.looseObject({ type: z.literal('handrail.hold-lifted'), ...later });
export const HumanContact = z.looseObject({
  type: z.literal('handrail.human-contact'),
  ...later,
  outcome: z.enum(['reached', 'left-message', 'not-reached', 'declined']),
  channel: z.enum(['voice', 'sms', 'email', 'in-person', 'other']),
});
export const ContactChanged = z.looseObject({
  type: z.literal('handrail.contact-changed'),
  ...later,
  contacts: z.array(Contact).max(10),
  consents: z.array(Consent).max(20).default([]),
});
export type ContactChanged = z.infer<typeof ContactChanged>;
export const ConsentRevoked = z.looseObject({
  type: z.literal('handrail.consent-revoked'),
  ...later,
  channel: z.enum(['sms', 'email', 'voice', 'all']),
  how: z.string().min(1).max(40),
});

/** Everything that an agency may send, told apart by `type`. */
export const AgencyEvent = z.discriminatedUnion('type', [
  SessionClosed,
  SessionReopened,
  ClientHeld,
  HoldLifted,
  HumanContact,
  ContactChanged,
  ConsentRevoked,
]);
export type AgencyEvent = z.infer<typeof AgencyEvent>;
