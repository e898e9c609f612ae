import * as z from 'zod';
import { CaseMessage, FollowUpMessage, InboxMessage, SendMessage } from '#shared/contracts/queue-messages.ts';
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

// What travels is JSON: a class, a function or an undefined field does not arrive. What its contract does not know
// arrives as a dead letter.
const put = async <T>(queue: T[], contract: z.ZodType, ...messages: T[]): Promise<void> => {
  for (const message of messages) {
    const arrived = JSON.parse(JSON.stringify(message)) as T;
    const unread = contract.safeParse(arrived).error?.issues[0];
    if (unread) throw new Error(`no function can read this: ${unread.message} at ${unread.path.join('.')}`);
    queue.push(arrived);
  }
};
const putSend = async (queue: Sent[], sent: Sent): Promise<void> => {
  const { lane: _lane, delaySeconds: _delay, ...message } = sent;
  await put([], SendMessage, message);
  queue.push(sent);
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
    toInbox: (inboxId) => put(queues.inbox, InboxMessage, { inboxId }),
    toText: (contactId, inboundId) => put(queues.inbox, InboxMessage, { contactId, inboundId }),
    toFollowUp: (followUpId, input) => put(queues.followUps, FollowUpMessage, { followUpId, input }),
    toCase: (caseId, input) => put(queues.cases, CaseMessage, { caseId, input }),
    toSend: (request, lane, delaySeconds = 0) => putSend(queues.send, { ...request, lane, delaySeconds }),
    wakeFollowUps: (ids) =>
      put(
        queues.followUps,
        FollowUpMessage,
        ...ids.map((followUpId) => ({ followUpId, input: { kind: 'wake' as const } })),
      ),
    wakeCases: (ids) =>
      put(queues.cases, CaseMessage, ...ids.map((caseId) => ({ caseId, input: { kind: 'wake' as const } }))),
    toInboxAgain: (ids) => put(queues.inbox, InboxMessage, ...ids.map((inboxId) => ({ inboxId }))),
    lookAgain: (delaySeconds) => put(queues.wake, z.unknown(), { delaySeconds }),
    backlog: (queue) => Promise.resolve(queues[queue === 'follow-ups' ? 'followUps' : queue].length),
  };
}
