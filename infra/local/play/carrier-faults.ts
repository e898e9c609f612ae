import type { Happening } from '../happening.ts';
import type { LocalStack } from '../local-stack.ts';
import type { PlayRecord } from './play-record.ts';
import type { CarrierFault, Reply } from './replies.ts';

export const carrierFaults = (replies: readonly Reply[]): CarrierFault[] =>
  replies.filter((reply) => 'carrier' in reply);

/** Tells the carrier which sends are to fail. What it refused before a kill is not refused again. */
export function planFaults(
  { twilio }: LocalStack,
  record: PlayRecord,
  faults: readonly CarrierFault[],
  phonesOf: (client: string) => readonly string[],
): void {
  for (const { carrier, client, of } of faults) {
    for (const to of phonesOf(client)) {
      if (record.refused.has(`${to} ${carrier}`)) continue;
      // The schema lets through numbers and the names of SendFault.
      const fault = /^\d{5}$/.test(carrier) ? Number(carrier) : (carrier as '429');
      twilio.fail({ fault, to, nth: of });
    }
  }
}

/** Keeps in mind that a refusal has been used up. Goes beside the timeline into the stack's `onEvent`. */
export function noteRefusal(record: PlayRecord, happening: Happening): void {
  if (happening.kind === 'text-refused') record.add({ refused: happening.to, code: happening.reason });
}
