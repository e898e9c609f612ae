import type { Protocol } from './protocol.ts';

/**
 * Caring contacts: short messages that ask for nothing, where silence is normal.
 * Schedule after the University of Washington guide: the next day, then months 1, 2, 3, 4, 6, 8, 10 and 12.
 * The last but one says that they are ending.
 */
export const caringContacts = {
  name: 'caring-contacts',
  version: 1,
  caring: { days: [1, 30, 61, 91, 122, 183, 244, 304, 365], slackHours: 96 },
} as const satisfies Protocol;
