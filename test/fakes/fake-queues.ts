import type { CaseMessage, FollowUpMessage } from '#shared/contracts/queue-messages.ts';
import type { CaseInput } from '#shared/domain/case/case.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import type { Queues, SendRequest } from '#shared/ports.ts';

type Sent = SendRequest & { lane: 'routine' | 'urgent'; delaySeconds: number };

/** What stands on each queue, oldest first; take messages off with `splice` or `shift`. */
export type FakeQueues = Queues & {
  readonly inbox: ({ inboxId: string } | { contactId: string; inboundId: string })[];
  readonly followUps: { followUpId: FollowUpMessage['followUpId']; input: FollowUpInput }[];
  readonly cases: { caseId: CaseMessage['caseId']; input: CaseInput }[];
  readonly send: Sent[];
  readonly wake: { delaySeconds: number }[];
};

// What travels is JSON: a class, a function or an undefined field does not arrive.
const put = <T>(queue: T[], ...messages: T[]): Promise<void> => {
  queue.push(...messages.map((message) => JSON.parse(JSON.stringify(message)) as T));
  return Promise.resolve();
};

export function fakeQueues(): FakeQueues {
  const queues: Pick<FakeQueues, 'inbox' | 'followUps' | 'cases' | 'send' | 'wake'> = {
    inbox: [],
    followUps: [],
    cases: [],
    send: [],
    wake: [],
  };
  return {
    ...queues,
    toInbox: (inboxId) => put(queues.inbox, { inboxId }),
    toText: (contactId, inboundId) => put(queues.inbox, { contactId, inboundId }),
    toFollowUp: (followUpId, input) => put(queues.followUps, { followUpId, input }),
    toCase: (caseId, input) => put(queues.cases, { caseId, input }),
    toSend: (request, lane, delaySeconds = 0) => put(queues.send, { ...request, lane, delaySeconds }),
    wakeFollowUps: (ids) =>
      put(queues.followUps, ...ids.map((followUpId) => ({ followUpId, input: { kind: 'wake' as const } }))),
    wakeCases: (ids) =>
      put(queues.cases, ...ids.map((caseId) => ({ caseId, input: { kind: 'wake' as const } }))),
    toInboxAgain: (ids) => put(queues.inbox, ...ids.map((inboxId) => ({ inboxId }))),
    lookAgain: (delaySeconds) => put(queues.wake, { delaySeconds }),
    backlog: (queue) => Promise.resolve(queues[queue === 'follow-ups' ? 'followUps' : queue].length),
  };
}
