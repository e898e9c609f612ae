/**
 * What can go wrong with a send. A number is one of Twilio's codes: 2xxxx refuses the request, 3xxxx fails the
 * message after it was taken. `after`: the text is sent although the caller is not told so.
 */
export type SendFault =
  | '429'
  | '500-before'
  | '500-after'
  | 'reset-before'
  | 'reset-after'
  /** No answer until the caller gives up, in real time. */
  | 'silence-after'
  | 'silence-before'
  | number;

export type FaultPlan = {
  readonly fault: SendFault;
  /** Only sends to this phone. */
  readonly to?: string;
  /** Only the nth text to that phone, counted from 1 over those taken. */
  readonly nth?: number;
  /** How often; once when not given. */
  readonly times?: number;
};

export type WebhookFault = {
  /** Receipts are not posted, posted twice, or clients' texts not posted at all. */
  readonly webhook: 'lose-receipts' | 'double-receipts' | 'lose-inbound' | 'double-inbound';
  readonly to?: string;
  readonly times?: number;
};

export type Faults = {
  readonly add: (plan: FaultPlan | WebhookFault) => void;
  /** The fault of this send, used up. `nth` counts from 1. */
  readonly ofSend: (to: string, nth: number) => SendFault | undefined;
  readonly ofWebhook: (kind: 'receipt' | 'inbound', phone: string) => 'lose' | 'double' | undefined;
};

export function planFaults(): Faults {
  const sends: (FaultPlan & { left: number })[] = [];
  const webhooks: (WebhookFault & { left: number })[] = [];
  return {
    add(plan) {
      const left = plan.times ?? 1;
      if ('webhook' in plan) webhooks.push({ ...plan, left });
      else sends.push({ ...plan, left });
    },
    ofSend(to, nth) {
      const plan = sends.find(
        (candidate) =>
          candidate.left > 0 &&
          (candidate.to ?? to) === to &&
          (candidate.nth === undefined || candidate.nth === nth),
      );
      if (!plan) return undefined;
      plan.left -= 1;
      return plan.fault;
    },
    ofWebhook(kind, phone) {
      const names =
        kind === 'receipt' ? ['lose-receipts', 'double-receipts'] : ['lose-inbound', 'double-inbound'];
      const plan = webhooks.find(
        (candidate) =>
          candidate.left > 0 && names.includes(candidate.webhook) && (candidate.to ?? phone) === phone,
      );
      if (!plan) return undefined;
      plan.left -= 1;
      return plan.webhook.startsWith('lose') ? 'lose' : 'double';
    },
  };
}
