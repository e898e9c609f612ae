import type { Programme } from '#shared/domain/programme.ts';

/** An invented agency that sends live; say what differs. */
export function aProgramme(different: Partial<Programme> = {}): Programme {
  return {
    agencyId: 'riverbend',
    program: 'Riverbend Care',
    timeZone: 'America/New_York',
    staffedHours: [{ from: '09:00', to: '17:00', days: ['MO', 'TU', 'WE', 'TH', 'FR'] }],
    hoursText: { en: 'Mon-Fri 9-5', es: 'lunes a viernes, 9 a 5' },
    officePhone: '+14105550100',
    contactWindow: [{ from: '09:00', to: '20:00' }],
    dailyCap: 3,
    protocol: 'post-crisis',
    sending: { mode: 'live' },
    optOut: 'carrier',
    maxPerSecond: 1,
    email: true,
    staffNames: { 'st-12': 'Sam Ortiz', 'st-20': 'Robin Ellis', 'st-31': 'Dana Reyes' },
    quietHours: { from: '21:00', to: '08:00' },
    ladder: [
      { staffId: 'st-20', name: 'Robin Ellis', waitMinutes: 15 },
      { staffId: 'st-31', name: 'Dana Reyes', waitMinutes: 15 },
    ],
    ...different,
  };
}
