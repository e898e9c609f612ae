import { CARING_IDS } from '../text-ids.ts';

/** What can go out by e-mail; the ids are those of the texts that say the same. */
export const EMAIL_IDS = ['first', 'check', 'retry', 'ended', ...CARING_IDS] as const;
export type EmailId = (typeof EMAIL_IDS)[number];

export function isEmailId(id: string): id is EmailId {
  return EMAIL_IDS.some((known) => known === id);
}
