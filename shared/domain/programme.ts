import type { Hours } from './time/contact-window.ts';

export type Language = 'en' | 'es';

/** Whether anything may be handed to a carrier, and to whom. */
export type Sending =
  { mode: 'off' } | { mode: 'allow-list'; contactIds: readonly string[] } | { mode: 'live' };

/** One step of the ladder that an unacknowledged case climbs. */
export type LadderStep = { staffId: string; name: string; waitMinutes: number };

/** The agency's settings as the core needs them. Clinical values need the agency's clinical lead. */
export type Programme = {
  agencyId: string;
  /** The name clients see. */
  program: string;
  timeZone: string;
  staffedHours: Hours;
  hoursText: Record<Language, string>;
  /** E.164. */
  officePhone: string;
  contactWindow: Hours;
  /** Messages a contact may be sent in a local day, across follow-ups. */
  dailyCap: number;
  protocol: 'post-crisis' | 'caring-contacts';
  sending: Sending;
  /** Who answers STOP and HELP. */
  optOut: 'carrier' | 'self';
  /** Hand-overs a second that the sender's registration allows. */
  maxPerSecond: number;
  /** False when no reply mailbox is named: then no e-mail goes out. */
  email: boolean;
  staffNames: Readonly<Record<string, string>>;
  quietHours: { from: string; to: string };
  ladder: readonly LadderStep[];
};
