import * as z from 'zod';

/** An instant in UTC, ISO 8601 with `Z` or an offset; normalised to `…Z` with milliseconds. */
export const Instant = z
  .string()
  .refine((text) => /T.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)), {
    error: 'expected an instant such as 2026-11-23T18:40:00Z',
  })
  .transform((text) => new Date(text).toISOString());

/** A wall-clock time of day, 24 h, `HH:MM`. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'expected a time of day such as 09:00' });

/** A phone number in E.164, for example +14105550134. */
export const E164 = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, { error: 'expected a phone number in E.164 form, such as +14105550134' });

export const EmailAddress = z.email({ error: 'expected an e-mail address such as name@example.org' });

/** RFC 5545 weekday codes, as in HSDS and RRULE. */
export const Weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
export type Weekday = z.infer<typeof Weekday>;

/** An IANA zone name that this runtime knows. */
export const TimeZone = z.string().refine(isTimeZone, {
  error: 'expected an IANA time zone such as America/New_York',
});

// Zones that were asked for and exist: there are only so many, and asking takes long.
const known = new Set<string>();

function isTimeZone(name: string): boolean {
  if (!name.includes('/') && name !== 'UTC') return false;
  if (known.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name }).format(0);
    known.add(name);
    return true;
  } catch {
    return false;
  }
}

/** A range of clock times, optionally on some weekdays only. `from` is inclusive, `to` exclusive. */
export const HoursRange = z
  .strictObject({ from: ClockTime, to: ClockTime, days: z.array(Weekday).min(1).optional() })
  // Zod also calls this with times that it has already refused.
  .refine(({ from, to }) => from < to || [from, to].some((time) => !ClockTime.safeParse(time).success), {
    error: '"from" must be before "to"',
    path: ['to'],
  });
export type HoursRange = z.infer<typeof HoursRange>;
