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

/**
 * The figures for a check-in that was asked. A later closing may have put a plan in place that asks for nothing: what was
 * asked before stays asked, and its silence is noticed by the newest figures of its tier.
 */
export function askedPlanOf(followUp: Pick<FollowUp, 'protocol' | 'tier'>): CheckInPlan {
  return checkInPlanOf(followUp) ?? postCrisis.tiers[followUp.tier];
}
