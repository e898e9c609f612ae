import type { WireEvent } from '../what-was-seen.ts';
import type { Hours } from './hours.ts';
import type { Tier } from './protocol.ts';

export type OfferedContact = {
  readonly channel: string;
  readonly value: string;
  readonly safety: string;
  readonly safeHours?: Hours | Hours[number];
  readonly shared?: boolean;
  readonly alias?: string;
  readonly codePhrase?: string;
  readonly duressWord?: string;
};

export type Consent = {
  readonly channel: string;
  readonly purpose: string;
  readonly givenAt: string;
};

/** What the agency says of a closed session; the fields of the contract that the promises hang on. */
export type ClosingEvent = {
  readonly type: 'handrail.session-closed';
  readonly closedAt: string;
  readonly client: {
    readonly ref: string;
    readonly language: string;
    readonly preferredName?: string;
    readonly birthYear?: number;
  };
  readonly contacts: readonly OfferedContact[];
  readonly consents?: readonly Consent[];
  readonly risk: { readonly tier: Tier | 'imminent' };
  readonly flags?: readonly string[];
  readonly protocol?: string;
  readonly offer?: string;
  readonly disposition?: string;
  readonly permission?: object;
};

/** What it says later about a session. */
export type LaterEvent =
  | { readonly type: 'handrail.session-reopened'; readonly at: string }
  | { readonly type: 'handrail.client-held'; readonly at: string; readonly why: string }
  | { readonly type: 'handrail.hold-lifted'; readonly at: string }
  | { readonly type: 'handrail.human-contact'; readonly at: string; readonly outcome: string }
  | {
      readonly type: 'handrail.contact-changed';
      readonly at: string;
      readonly contacts: readonly OfferedContact[];
      readonly consents?: readonly Consent[];
    }
  | { readonly type: 'handrail.consent-revoked'; readonly at: string; readonly channel: string };

export type AgencyEvent = ClosingEvent | LaterEvent;

/** The contract itself was held against the event by Handrail; here it is read as what it says to be. */
export const asEvent = (event: WireEvent): AgencyEvent => event as unknown as AgencyEvent;

export function hoursOf({ safeHours }: OfferedContact): Hours | undefined {
  if (safeHours === undefined || isList(safeHours)) return safeHours;
  const known = wrapped.get(safeHours);
  if (known) return known;
  const hours = [safeHours];
  wrapped.set(safeHours, hours);
  return hours;
}

const isList = (hours: Hours | Hours[number]): hours is Hours => Array.isArray(hours);
const wrapped = new WeakMap<Hours[number], Hours>();

const AGREED_WORDS = ['alias', 'codePhrase', 'duressWord'] as const;
export const needsProfile = (contact: OfferedContact): boolean =>
  contact.shared === true || AGREED_WORDS.some((name) => contact[name] !== undefined);

/** Whether the agency says that it may be used: safe, and consented to for follow-up. */
export function mayBeUsed(contact: OfferedContact, consents: readonly Consent[] = []): boolean {
  return (
    (contact.channel === 'sms' || contact.channel === 'email') &&
    contact.safety === 'safe' &&
    !needsProfile(contact) &&
    consents.some(({ channel, purpose }) => channel === contact.channel && purpose === 'follow-up')
  );
}
