import { Settings } from '#shared/contracts/settings.ts';
import type { Known } from '../what-was-seen.ts';

/** An invented agency that sends live; the same file as an agency would write, read with the same contract. */
export const SETTINGS: Settings = Settings.parse({
  agencyId: 'riverbend',
  agencyName: 'Riverbend Crisis Line',
  program: 'Riverbend Care',
  timeZone: 'America/New_York',
  staffedHours: [{ from: '09:00', to: '17:00', days: ['MO', 'TU', 'WE', 'TH', 'FR'] }],
  hoursText: { en: 'Mon-Fri 9-5', es: 'lunes a viernes, 9 a 5' },
  officePhone: '+14105550100',
  contactWindow: [{ from: '09:00', to: '20:00' }],
  sending: { mode: 'live' },
  // Lower than most, so that it is met.
  dailyCap: 2,
  sms: { provider: 'twilio', messagingServiceSid: 'MG00000000000000000000000000000000', maxPerSecond: 3 },
  email: { from: 'checkin@example.org', fromName: 'Riverbend Care', replyTo: 'care@example.org' },
  staff: {
    members: [
      { id: 'st-12', name: 'Sam Ortiz', email: 'sam.ortiz@example.org', answeredTestOn: '2026-11-01' },
      { id: 'st-20', name: 'Robin Ellis', sms: '+14105550120', answeredTestOn: '2026-11-01' },
      { id: 'st-31', name: 'Dana Reyes', sms: '+14105550131', answeredTestOn: '2026-11-01' },
    ],
    ladder: [
      { staffId: 'st-20', waitMinutes: 15 },
      { staffId: 'st-31', waitMinutes: 15 },
    ],
  },
  operators: ['operators@example.org'],
  clinicalApproval: { name: 'Dr. Alex Hart (invented)', on: '2026-11-01' },
});

/** The farthest that any server's clock is off. */
export const CLOCK_SKEW = 5 * 60_000;

/** What the oracle may know beforehand. */
export function knownOf(play: { seed: number; from: number; until: number }): Known {
  const [window] = SETTINGS.contactWindow;
  const [staffed] = SETTINGS.staffedHours;
  return {
    ...play,
    agencyId: SETTINGS.agencyId,
    agencyZone: SETTINGS.timeZone,
    contactWindow: { from: window?.from ?? '', to: window?.to ?? '' },
    dailyCap: SETTINGS.dailyCap,
    quietHours: SETTINGS.staff.quietHours,
    staffedHours: { from: staffed?.from ?? '', to: staffed?.to ?? '', days: staffed?.days ?? [] },
    ladder: SETTINGS.staff.ladder,
    clockSkew: CLOCK_SKEW,
  };
}
