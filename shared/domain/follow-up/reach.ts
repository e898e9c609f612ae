import type { Channel } from '../contact/contact.ts';
import type { Programme } from '../programme.ts';
import type { Instant } from '../record.ts';
import type { Message } from '../sending/message.ts';
import type { FollowUp, Reach } from './follow-up.ts';

/** The channel's reach if it may be used now. */
export function usable(followUp: FollowUp, channel: Channel, programme: Programme): Reach | undefined {
  const reach = followUp.reach[channel];
  if (!reach || reach.stopped) return undefined;
  return channel === 'email' && !programme.email ? undefined : reach;
}

/** The first channel in order of preference that may be used. */
export function firstUsable(
  followUp: FollowUp,
  channels: readonly Channel[],
  programme: Programme,
): Channel | undefined {
  return channels.find((channel) => usable(followUp, channel, programme));
}

export const otherChannel = (channel: Channel): Channel => (channel === 'sms' ? 'email' : 'sms');

/** The hours in which this channel may be used: the agency's, narrowed by the contact's own, in every zone the client may be in. */
export function windowFor(followUp: FollowUp, channel: Channel, programme: Programme) {
  const safeHours = followUp.reach[channel]?.safeHours;
  return { zones: followUp.zones, agencyWindow: programme.contactWindow, ...(safeHours && { safeHours }) };
}

/** Marks a channel as no longer to be used; `at` is when the client said so, if they did. */
export function stopReach(
  followUp: FollowUp,
  channel: Channel,
  stopped: NonNullable<Reach['stopped']>,
  at?: Instant,
): Pick<FollowUp, 'reach'> {
  const reach = followUp.reach[channel];
  if (!reach) return { reach: followUp.reach };
  const stoppedAt = at === undefined ? {} : { stoppedAt: Math.max(at, reach.stoppedAt ?? at) };
  return { reach: { ...followUp.reach, [channel]: { ...reach, stopped, ...stoppedAt } } };
}

/** Whether the message goes to the contact that the client has now. */
export const isToCurrentContact = (followUp: FollowUp, { channel, contactId }: Message): boolean =>
  followUp.reach[channel]?.contactId === contactId;
