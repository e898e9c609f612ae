import * as z from 'zod';
import { ClockTime, E164, EmailAddress, HoursRange, TimeZone } from './common.ts';

const StaffId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, { error: 'expected letters, digits, - or _' });

/** How a person on a ladder step is told: e-mail and phone numbers that the step's topic is subscribed to. */
const StaffMember = z.strictObject({
  id: StaffId,
  name: z.string().min(1).max(60),
  email: EmailAddress.optional(),
  sms: E164.optional(),
  /** When this person last answered a test alert. Sending live needs it for everyone on the ladder. */
  answeredTestOn: z.iso.date().optional(),
});

/** One step of the alert ladder: who is told, and how long to wait for an acknowledgement. */
const LadderStep = z.strictObject({
  staffId: StaffId,
  waitMinutes: z
    .int()
    .min(1)
    .max(24 * 60),
});

const Sms = z.strictObject({
  provider: z.literal('twilio'),
  messagingServiceSid: z
    .string()
    .regex(/^MG[0-9a-f]{32}$/, { error: 'expected a Messaging Service SID, MG and 32 hex digits' }),
  /** Who answers STOP and HELP: the carrier's own keyword service, or Handrail. */
  optOut: z.enum(['carrier', 'self']).default('carrier'),
  /** Hand-overs a second that the registration allows (10DLC: 0.2 to 75). */
  maxPerSecond: z.number().min(0.01).max(200).default(1),
});

const Email = z.strictObject({
  from: EmailAddress,
  fromName: z.string().min(1).max(60),
  /** A mailbox that people read. Without it e-mail is off. */
  replyTo: EmailAddress,
});

const Retention = z.strictObject({
  bodiesDays: z.int().min(1).max(3650).default(90),
  documentsDays: z.int().min(30).max(3650).default(730),
  factsDays: z.int().min(365).max(7300).default(2192),
  inboxDays: z.int().min(1).max(365).default(90),
});

/**
 * One deployment's settings, validated before anything is synthesised.
 * Clinical defaults (windows, ladder waits, protocol) need the agency's clinical lead: `clinicalApproval` records who agreed.
 */
export const Settings = z
  .strictObject({
    agencyId: z.string().regex(/^[a-z0-9-]{2,40}$/, { error: 'expected lower-case letters, digits and -' }),
    agencyName: z.string().min(1).max(80),
    /** The name clients see in texts. */
    program: z.string().min(2).max(24),
    timeZone: TimeZone,
    /** When people read replies, in the agency's zone. */
    staffedHours: z.array(HoursRange).min(1),
    /** The same hours as clients read them, per language; kept short, they stand in a text. */
    hoursText: z.strictObject({ en: z.string().min(1).max(24), es: z.string().min(1).max(30) }),
    officePhone: E164,
    contactWindow: z.array(HoursRange).min(1),
    /** Texts and e-mails a contact may be sent in a day, across follow-ups; answers to a text the client just sent not counted. */
    dailyCap: z.int().min(1).max(10).default(3),
    protocol: z.enum(['post-crisis', 'caring-contacts']).default('post-crisis'),
    sending: z.discriminatedUnion('mode', [
      z.strictObject({ mode: z.literal('off') }),
      z.strictObject({ mode: z.literal('allow-list'), allow: z.array(z.union([E164, EmailAddress])).min(1) }),
      z.strictObject({ mode: z.literal('live') }),
    ]),
    sms: Sms,
    email: Email.optional(),
    staff: z.strictObject({
      /** Silence pages nobody in these hours of the agency's zone; words page at any hour. */
      quietHours: z.strictObject({ from: ClockTime, to: ClockTime }).default({ from: '21:00', to: '08:00' }),
      members: z.array(StaffMember).min(1),
      ladder: z.array(LadderStep).min(2).max(5),
    }),
    operators: z.array(EmailAddress).min(1),
    /** AWS accounts that may put SessionClosed events on the bus. */
    eventSources: z
      .array(z.string().regex(/^\d{12}$/, { error: 'expected a 12-digit AWS account id' }))
      .default([]),
    publicUrl: z.url({ protocol: /^https$/ }).optional(),
    retention: Retention.prefault({}),
    clinicalApproval: z.strictObject({ name: z.string().min(1), on: z.iso.date() }).optional(),
  })
  .superRefine((settings, context) => {
    const problem = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const members = new Map(settings.staff.members.map((member) => [member.id, member]));
    settings.staff.ladder.forEach((step, index) => {
      const member = members.get(step.staffId);
      if (!member)
        return problem(
          ['staff', 'ladder', index, 'staffId'],
          `names ${step.staffId}, who is not in staff.members`,
        );
      if (!member.email && !member.sms)
        problem(
          ['staff', 'ladder', index, 'staffId'],
          `${step.staffId} has neither email nor sms, so no alert can reach them`,
        );
      if (settings.sending.mode === 'live' && !member.answeredTestOn) {
        problem(
          ['staff', 'ladder', index, 'staffId'],
          `${step.staffId} has not answered a test alert (answeredTestOn); sending live needs it`,
        );
      }
    });
    if (settings.sending.mode === 'live' && !settings.clinicalApproval) {
      problem(['clinicalApproval'], 'sending live needs the clinical lead’s approval: { "name", "on" }');
    }
  });
export type Settings = z.infer<typeof Settings>;
