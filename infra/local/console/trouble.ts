import * as z from 'zod';
import type { LocalStack } from '../local-stack.ts';
import type { FaultPlan, WebhookFault } from '../twilio/faults.ts';

/** What goes wrong at the carrier the next time, for everyone or for one phone. One text has three receipts. */
const atCarrier = {
  '429': { fault: '429' },
  '500-before': { fault: '500-before' },
  '500-after': { fault: '500-after' },
  'silence-before': { fault: 'silence-before' },
  'silence-after': { fault: 'silence-after' },
  '21610': { fault: 21610 },
  '30003': { fault: 30003 },
  'lose-receipts': { webhook: 'lose-receipts', times: 3 },
  'lose-inbound': { webhook: 'lose-inbound' },
} as const satisfies Record<string, FaultPlan | WebhookFault>;

const isAtCarrier = (kind: Trouble['kind']): kind is keyof typeof atCarrier => Object.hasOwn(atCarrier, kind);

/** What a rehearsal can make go wrong. */
export const Trouble = z.object({
  kind: z.enum([
    '429',
    '500-before',
    '500-after',
    'silence-before',
    'silence-after',
    '21610',
    '30003',
    'lose-receipts',
    'lose-inbound',
    'phone-off',
    'phone-on',
    'bounce-mail',
  ]),
  /** A phone in E.164, or an address for `bounce-mail`; anyone when not given. */
  to: z.string().optional(),
});
export type Trouble = z.infer<typeof Trouble>;

/** Arranges it. Returns what is wrong with the wish, or nothing. */
export function makeTrouble({ twilio, bounceMailTo }: LocalStack, { kind, to }: Trouble): string | undefined {
  if (isAtCarrier(kind)) {
    twilio.fail({ ...atCarrier[kind], ...(to !== undefined && { to }) });
    return undefined;
  }
  if (to === undefined) return 'choose a client who has one';
  if (kind === 'bounce-mail') bounceMailTo(to);
  else if (kind === 'phone-off') twilio.switchOff(to);
  else twilio.switchOn(to);
  return undefined;
}
