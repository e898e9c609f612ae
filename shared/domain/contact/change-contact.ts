import type { Instant } from '../record.ts';
import type { Hours } from '../time/contact-window.ts';
import type { Channel, Contact, Suppression, SuppressionReason } from './contact.ts';

/** What a session says about a way to reach a client. */
export type ContactFound = {
  id: string;
  channel: Channel;
  value: string;
  safeHours?: Hours;
  zones: readonly string[];
  saidAt: Instant;
};

/** A contact that nothing is known of yet. */
export function newContact({ id, channel, value }: Pick<ContactFound, 'id' | 'channel' | 'value'>): Contact {
  return {
    id,
    version: 0,
    channel,
    value,
    zones: [],
    openFollowUps: [],
    sentToday: { day: '', messageIds: [] },
    lastAnswers: {},
  };
}

/** The newest hours that were named hold, whichever plan's session or change named them, and in whatever order they are told. */
export function hoursThatHold(
  known: Pick<Contact, 'safeHours' | 'hoursSaidAt'> | undefined,
  said: Pick<ContactFound, 'safeHours' | 'saidAt'>,
): Hours | undefined {
  if ((known?.hoursSaidAt ?? -Infinity) > said.saidAt) return known?.safeHours;
  return said.safeHours ?? known?.safeHours;
}

/** The newest word on hours and zones holds; hours that it does not name stay as they were. */
export function linked(
  contact: Contact,
  found: ContactFound,
  followUp: Contact['openFollowUps'][number],
): Contact {
  const others = contact.openFollowUps.filter(({ followUpId }) => followUpId !== followUp.followUpId);
  const safeHours = hoursThatHold(contact, found);
  return {
    ...contact,
    ...(safeHours && { safeHours }),
    ...(found.safeHours && { hoursSaidAt: Math.max(found.saidAt, contact.hoursSaidAt ?? found.saidAt) }),
    ...(found.saidAt >= (contact.saidAt ?? -Infinity) && { zones: found.zones, saidAt: found.saidAt }),
    openFollowUps: [...others, followUp],
  };
}

export function unlinked(contact: Contact, followUpId: string): Contact {
  const openFollowUps = contact.openFollowUps.filter((open) => open.followUpId !== followUpId);
  return openFollowUps.length === contact.openFollowUps.length ? contact : { ...contact, openFollowUps };
}

/**
 * The first suppression stays: it says since when nothing may be sent. One that staff or a carrier must lift is never
 * weakened. A word that was taken back later, and comes late, stops nothing.
 */
export function suppressed(contact: Contact, suppression: Suppression): Contact {
  const known = contact.suppression;
  const ownWord = isOwnWord(suppression.reason);
  if (ownWord && suppression.at < (contact.releasedAt ?? 0)) return contact;
  if (!known) return { ...contact, suppression };
  const stronger = isOwnWord(known.reason) && !ownWord;
  const again = ownWord && suppression.at > lastSaidAt(known);
  if (!stronger && !again) return contact;
  return {
    ...contact,
    suppression: {
      ...known,
      ...(stronger && { reason: suppression.reason }),
      ...(again && { againAt: suppression.at }),
    },
  };
}

/** When it was last said: only what was said after that may lift it. */
export const lastSaidAt = ({ at, againAt }: Suppression): Instant => againAt ?? at;

/**
 * Lifts what the client's own word set, unless they said it again after `at`, when they took it back: texts may come out
 * of order. A bounce, a complaint or a wrong number is not lifted by a word.
 */
export function released(contact: Contact, at: Instant): Contact {
  const { suppression } = contact;
  if (!suppression || !isOwnWord(suppression.reason) || lastSaidAt(suppression) > at) return contact;
  const { suppression: _lifted, ...rest } = contact;
  return { ...rest, releasedAt: Math.max(at, contact.releasedAt ?? 0) };
}

const OWN_WORD: readonly SuppressionReason[] = [
  'opt-out-keyword',
  'opt-out-words',
  'opt-out-ambiguous',
  'opt-out-link',
  'opt-out-staff',
  'carrier-opt-out',
];

/** Whether the client's own word set it, to us, to staff or to the carrier. */
export const isOwnWord = (reason: SuppressionReason): boolean => OWN_WORD.includes(reason);
