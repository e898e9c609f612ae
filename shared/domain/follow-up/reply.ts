import type { Channel } from '../contact/contact.ts';
import type { Inbound } from './case-plans.ts';
import type { FollowUpInput } from './inputs.ts';
import type { Turn } from './turn.ts';

export type Reply = Extract<FollowUpInput, { kind: 'reply' }>;

/** A page is reached from an e-mail. */
export const channelOf = ({ channel }: Reply): Channel => (channel === 'link' ? 'email' : channel);

export const inboundOf = (input: Reply): Inbound => ({
  id: input.inboundId,
  channel: channelOf(input),
  ...(input.contactId && { contactId: input.contactId }),
});

/** It came from a number or an address that the agency has replaced since: nobody knows who writes there now. */
export const isFromFormerContact = ({ followUp }: Turn, input: Reply): boolean =>
  input.contactId !== undefined && input.contactId !== followUp.reach[channelOf(input)]?.contactId;
