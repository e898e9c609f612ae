import type { Channel } from '../contact/contact.ts';
import type { Instant } from '../record.ts';
import type { Hours } from '../time/contact-window.ts';

export type Flag =
  'ipv' | 'minor' | 'sud-part2' | 'shared-phone' | 'no-voicemail' | 'do-not-contact' | 'discreet';

/** One way to reach the client, as the session closed, with what Handrail's own records say of it. */
export type OfferedContact = {
  channel: Channel;
  contactId: string;
  safety: 'safe' | 'unsafe' | 'unknown';
  safeHours?: Hours;
  shared: boolean;
  /** It comes with a name to use or a word agreed with the client, which only people can keep to. */
  hasAgreedWords: boolean;
  confirmedAt?: Instant;
  /** An earlier opt-out, bounce or wrong number stands against it. */
  suppressed: boolean;
  /** An open follow-up of another client uses it. */
  usedByAnother: boolean;
};

/** A closed session as enrolment needs it: nothing here names the client but the preferred name. */
export type ClosedSession = {
  followUpId: string;
  eventId: string;
  agencyId: string;
  sessionId: string;
  clientRef: string;
  closedAt: Instant;
  name?: string;
  /** BCP 47. */
  language: string;
  birthYear?: number;
  zones: readonly string[];
  zoneConfidence: 'stated' | 'zip' | 'address' | 'area-code' | 'agency';
  contacts: readonly OfferedContact[];
  consents: readonly {
    channel: Channel | 'voice';
    purpose: string;
    wordingVersion: string;
    givenAt: Instant;
  }[];
  tier: 'low' | 'moderate' | 'high' | 'imminent';
  meansSafetyDiscussed?: boolean;
  safetyPlan?: 'none' | 'partial' | 'complete';
  distress?: { before?: number; after?: number };
  flags: readonly Flag[];
  owner?: { staffId: string; name?: string };
  protocol?: 'post-crisis' | 'caring-contacts';
  offer?: 'accepted' | 'declined' | 'not-offered';
  callIfQuiet: boolean;
  disposition?: 'home' | 'emergency-department' | 'inpatient' | 'shelter' | 'custody' | 'other';
  permissionGiven: boolean;
  /** The agency said of another session that this client has died: one of the two is wrong, and a person finds out which. */
  saidToHaveDied?: boolean;
  /** The highest tier of this client's other follow-ups that are open: a newer session never lowers it. */
  highestOpenTier?: 'low' | 'moderate' | 'high';
};
