import type { PlantedBug } from './planted-bug.ts';

/** Messages outside the hours in which a client may be written to. */
export const BUGS_AT_NIGHT: readonly PlantedBug[] = [
  {
    name: 'utc-window',
    promise: 'atNight',
    what: 'The contact window is read on the clocks of UTC.',
    file: 'shared/domain/time/zone-table.ts',
    find: 'const offsetAt = offsetReader(zone);',
    replace: `const offsetAt = offsetReader(zone && 'UTC');`,
  },
  {
    name: 'zone-with-one-offset',
    promise: 'atNight',
    what: 'A zone keeps one offset all year, as if clocks were never changed.',
    file: 'shared/domain/time/zone-table.ts',
    find: 'if (after === before) continue;',
    replace: 'if (after !== Infinity) continue;',
  },
  {
    name: 'only-the-first-zone',
    promise: 'atNight',
    what: 'Of several zones that a client may be in only the first counts.',
    file: 'shared/domain/time/zone-of-client.ts',
    find: `return zones ? zones.split(' ') : [];`,
    replace: `return zones ? zones.split(' ').slice(0, 1) : [];`,
  },
  {
    name: 'own-safe-hours-ignored',
    promise: 'atNight',
    what: 'The hours in which a client said that it is safe to write are not looked at.',
    file: 'shared/domain/time/contact-window.ts',
    find: 'return safeHours ? [weekOf(agencyWindow), weekOf(safeHours)] : [weekOf(agencyWindow)];',
    replace: 'return safeHours ? [weekOf(agencyWindow)] : [weekOf(agencyWindow)];',
  },
  {
    name: 'validity-always-ten-hours',
    promise: 'atNight',
    what: 'Every text stays valid with the carrier for ten hours, whatever is left of the window.',
    file: 'functions/send-message/hand-over.ts',
    find: `(Math.min(message.notAfter, checked.until ?? Infinity) - deps.now()) / 1000`,
    replace: `Math.max(36_000, (Math.min(message.notAfter, checked.until ?? Infinity) - deps.now()) / 1000)`,
  },
];
