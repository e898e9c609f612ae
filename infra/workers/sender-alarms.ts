import type { Operators } from '#infra/constructs/operators.ts';
import { outcomeOf } from '#infra/constructs/own-metrics.ts';
import type { AnyWorker } from '#infra/constructs/worker.ts';

/**
 * Refusals that are about our sender and not about one client: at the hand-over (send-message), or only in the receipt
 * that comes later (advance-follow-up). Both ring, and share their articles.
 */
export function addSenderAlarms(
  operators: Operators,
  worker: AnyWorker,
  { later }: { later: boolean },
): void {
  const suffix = later ? '-by-receipt' : '';
  const id = later ? 'ByReceipt' : '';
  operators.alarm(worker, `SenderDown${id}Alarm`, {
    name: `sender-down${suffix}`,
    article: 'sender-down',
    impact:
      'A carrier refuses everything we send: nobody gets a check-in until the account or its settings are put right.',
    metric: outcomeOf(worker, 'sender-down'),
  });
  operators.alarm(worker, `ContentFiltered${id}Alarm`, {
    name: `content-filtered${suffix}`,
    article: 'content-filtered',
    impact: 'Carriers filter a text of ours as spam: people who should get that text get nothing.',
    metric: outcomeOf(worker, 'content-filtered'),
  });
}
