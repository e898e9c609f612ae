/** Commands that the design names and this release does not have: they say so instead of being unknown. */
export const LATER_COMMANDS: ReadonlySet<string> = new Set([
  'read-reply',
  'forecast',
  'case',
  'cases',
  'roster',
  'doctor',
]);
