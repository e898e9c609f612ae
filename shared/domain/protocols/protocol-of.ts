import type { FollowUp } from '../follow-up/follow-up.ts';
import { caringContacts } from './caring-contacts.ts';
import { postCrisis } from './post-crisis.ts';
import type { CheckInPlan, Protocol } from './protocol.ts';

/** Every released version stays here: a running follow-up pins the one it started with. */
const RELEASED: readonly Protocol[] = [postCrisis, caringContacts];

/** The newest released version of a protocol. */
export function newestProtocol(name: Protocol['name']): Protocol {
  const versions = RELEASED.filter((protocol) => protocol.name === name);
  return versions.reduce((newest, protocol) => (protocol.version > newest.version ? protocol : newest));
}

/** The check-in figures of a follow-up's pinned protocol and tier; undefined where nothing is asked of the client. */
export function checkInPlanOf(followUp: Pick<FollowUp, 'protocol' | 'tier'>): CheckInPlan | undefined {
  const { name, version } = followUp.protocol;
  const pinned =
    RELEASED.find((protocol) => protocol.name === name && protocol.version === version) ??
    newestProtocol(name);
  return pinned.name === 'post-crisis' ? pinned.tiers[followUp.tier] : undefined;
}
