import type { StaffDelivery } from './topics/staff-phones.ts';
import type { Mail } from './mail/local-mail.ts';
import type { CarrierHappening } from './twilio/carrier-happening.ts';

/** What happened on the local stack, raw; `at` is virtual time in epoch ms. Holds personal data of the local play only. */
export type Happening = { readonly at: number } & (
  | CarrierHappening
  | { readonly kind: 'email-sent' | 'email-delivered' | 'email-bounced'; readonly mail: Mail }
  | ({ readonly kind: 'staff-told' } & StaffDelivery)
  /** One item put into the facts table, as plain values. */
  | { readonly kind: 'fact'; readonly item: Readonly<Record<string, unknown>> }
  | {
      readonly kind: 'bus-event';
      readonly bus: string;
      readonly source: string;
      readonly detailType: string;
      readonly detail: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'alarm';
      readonly name: string;
      readonly description: string;
      readonly state: 'OK' | 'ALARM';
      readonly reason: string;
    }
  | {
      readonly kind: 'denied';
      readonly who: string;
      readonly action: string;
      readonly resource: string;
      readonly because: string;
    }
  | { readonly kind: 'unknown-call'; readonly call: string }
  | {
      readonly kind: 'dead-letter';
      readonly queue: string;
      readonly messageId: string;
      readonly body: string;
    }
  | {
      readonly kind: 'function-failed';
      readonly function: string;
      readonly error: string;
      readonly message: string;
    }
  | { readonly kind: 'function-log'; readonly function: string; readonly line: string }
  | { readonly kind: 'http'; readonly route: string; readonly status: number; readonly function: string }
);

// Distributes over the union, so that each kind keeps its own fields.
type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never;

/** Reports a happening; the moment is added. */
export type Tell = (happening: WithoutTime<Happening>) => void;
