import type { Queues } from '#shared/ports.ts';
import type { Faults } from '../engine/faults.ts';
import type { Server } from '../engine/server.ts';
import type { QueueName, WorldQueues } from './queues.ts';
import type { Random } from '../engine/random.ts';

type Options = {
  queues: WorldQueues;
  faults: Faults;
  chanceOf: (subject: string) => Random;
  holdAgainst: (where: string, text: string) => void;
  /** Told of a message put on its way; how much longer than usual that takes, in seconds. */
  onSendQueued: (documentId: string) => number;
  /** How much longer than usual it takes until this follow-up hears something, in seconds. */
  isToldLate: (documentId: string) => number;
};

const NAME_OF = { inbox: 'inbox', 'follow-ups': 'follow-ups', cases: 'cases' } as const;

/** The queues as one server sees them; bodies are JSON, and are held against every personal value. */
export function queuesThrough(
  server: Server,
  { queues, faults, chanceOf, holdAgainst, onSendQueued, isToldLate }: Options,
): Queues {
  async function put(
    queue: QueueName,
    bodies: readonly { subject: string; body: unknown }[],
    delaySeconds = 0,
  ): Promise<void> {
    const texts = bodies.map(({ subject, body }) => ({ subject, text: JSON.stringify(body) }));
    await server.call(() => {
      if (faults.happens('queue refuses', server.random())) throw new Error('the queue does not answer');
      for (const { subject, text } of texts) {
        holdAgainst(`the queue ${queue}`, text);
        queues.put(queue, text, chanceOf(subject), delaySeconds);
      }
    });
  }

  return {
    toInbox: (inboxId) => put('inbox', [{ subject: inboxId, body: { inboxId } }]),
    toText: (contactId, inboundId) => put('inbox', [{ subject: contactId, body: { contactId, inboundId } }]),
    toFollowUp: (followUpId, input) =>
      put('follow-ups', [{ subject: followUpId, body: { followUpId, input } }], isToldLate(followUpId)),
    toCase: (caseId, input) => put('cases', [{ subject: caseId, body: { caseId, input } }]),
    async toSend(request, lane, delaySeconds = 0) {
      const subject = request.messageId.split('~')[0] ?? '';
      const late = request.action === 'send' ? onSendQueued(subject) : 0;
      await put(
        lane === 'urgent' ? 'urgent-send' : 'send',
        [{ subject, body: request }],
        delaySeconds + late,
      );
    },
    wakeFollowUps: (ids) => put('follow-ups', wakes('followUpId', ids)),
    wakeCases: (ids) => put('cases', wakes('caseId', ids)),
    toInboxAgain: (ids) =>
      put(
        'inbox',
        ids.map((inboxId) => ({ subject: inboxId, body: { inboxId } })),
      ),
    lookAgain: (delaySeconds) => put('wake', [{ subject: 'wake', body: { pass: 'again' } }], delaySeconds),
    // Asked four times a look and without effect: a crash here is a crash before the next call.
    backlog: (queue) => Promise.resolve(queues.waiting(NAME_OF[queue])),
  };
}

const wakes = (field: 'followUpId' | 'caseId', ids: readonly string[]) =>
  ids.map((id) => ({ subject: id, body: { [field]: id, input: { kind: 'wake' } } }));
