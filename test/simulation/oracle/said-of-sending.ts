import type { Ledger } from './ledger.ts';
import type { Ask, Story, Take } from './model.ts';
import type { Plan, Step } from './plans.ts';

/** What is said to have gone was taken by somebody; what is said not to have arrived was refused, or given up. */
export function judgeSaid(story: Story, ledger: Ledger, plan: Plan, step: Step): void {
  const { doc, person } = plan.session;
  const tried = step.messages.flatMap(({ asks, takes }) => [...asks, ...takes]);
  for (const { kind, why, recordedAt } of step.outcomes) {
    const problem =
      kind === 'check-in-sent' && !tried.some(isTake)
        ? 'nobody took it'
        : kind === 'check-in-not-delivered' && !tried.some((one) => hasFailed(story, one))
          ? 'nobody refused it, nor gave it up'
          : undefined;
    if (kind === 'check-in-sent' || kind === 'check-in-not-delivered') ledger.checked('silentlyLost');
    if (problem)
      ledger.broken(
        'silentlyLost',
        recordedAt,
        person,
        `${doc} ${step.id}: ${kind} (${why}), but ${problem}`,
      );
  }
}

const hasFailed = ({ contacts }: Story, one: Ask | Take): boolean =>
  ('refused' in one && one.refused !== undefined) ||
  ('failedAt' in one && one.failedAt !== undefined) ||
  contacts.get(one.to)?.complained.some((at) => at >= one.at) === true;

const isTake = (one: Ask | Take): boolean => 'text' in one;
